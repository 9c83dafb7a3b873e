"""Whoever has to sign in comes back to where they were, also when the session ended under a form."""

import pytest

from tests.people import PASSWORD

pytestmark = pytest.mark.django_db
FORM = "/admin/staff/person/add/"
HOME = "http://testserver"


def sign_in(client, address):
    """Sign in on the page that an answer leads to; return where that leads."""
    page = client.get(address)
    assert page.status_code == 200
    return client.post(address, {"username": "maria", "password": PASSWORD}).headers["Location"]


def test_a_link_leads_on_after_the_sign_in(client, maria):
    answer = client.get("/admin/staff/person/?q=ol")
    assert sign_in(client, answer.headers["Location"]) == "/admin/staff/person/?q=ol"


def test_a_wrong_password_forgets_nothing(client, maria):
    address = client.post(FORM, headers={"referer": f"{HOME}{FORM}"}).headers["Location"]
    client.post(address, {"username": "maria", "password": "not the password"})
    assert sign_in(client, address) == FORM


def test_a_form_leads_back_to_its_page_and_not_to_the_address_that_took_it(client, maria):
    answer = client.post("/admin/password_change/", headers={"referer": f"{HOME}{FORM}?langs=uk"})
    assert sign_in(client, answer.headers["Location"]) == f"{FORM}?langs=uk"


@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/admin/", "//elsewhere.example/"])
def test_nobody_is_led_to_another_host(client, maria, referer):
    answer = client.post(FORM, headers={"referer": referer})
    assert sign_in(client, answer.headers["Location"]) == FORM


def test_whoever_is_in_by_now_goes_where_they_wanted(client, maria):
    client.force_login(maria)
    assert client.get("/admin/login/?next=/admin/staff/person/").headers["Location"] == "/admin/staff/person/"
    for elsewhere in ("https://elsewhere.example/", ""):
        assert client.get("/admin/login/", {"next": elsewhere}).headers["Location"] == "/admin/"


def test_the_sign_in_page_says_that_nothing_was_saved_after_a_form_alone(client, maria):
    said = "Your sign-in had ended: nothing was saved."
    assert said in client.get(client.post(FORM).headers["Location"], headers={"accept-language": "en"}).text
    assert said not in client.get(client.get(FORM).headers["Location"], headers={"accept-language": "en"}).text


def test_leaving_twice_is_no_refused_form(client, maria):
    assert client.post("/admin/logout/").headers["Location"] == "/admin/"
