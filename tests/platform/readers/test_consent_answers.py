"""POST /privacy/consent: what a reader's answer does."""

import re

import pytest

from newsroom.readers.models import Policy
from tests.readers import OURS, SCRIPT, answer, letters, register

pytestmark = pytest.mark.usefixtures("embeds_and_statistics")


def test_accepting_grants_what_is_registered_and_nothing_more(client):
    assert letters(answer(client, choice="accept", c="m")) == "ae"


def test_rejecting_grants_nothing_whatever_else_is_sent(client):
    assert letters(answer(client, choice="reject", c=["e", "a"])) == ""


def test_saving_grants_what_was_named_and_is_registered(client):
    assert letters(answer(client, choice="save", c=["e", "m", "x", ""])) == "e"


def test_saving_understands_the_radio_buttons(client):
    assert letters(answer(client, **{"choice": "save", "c-a": "yes", "c-e": "no", "c-m": "yes"})) == "a"


def test_saving_nothing_grants_nothing(client):
    assert letters(answer(client, choice="save")) == ""


def test_the_reader_comes_back_to_the_page(client):
    response = answer(client, choice="accept", next="/en/story/?page=2")
    assert (response.status_code, response.url) == (303, "/en/story/?page=2")


def test_a_foreign_way_back_leads_to_the_cookies_page(client):
    response = answer(client, choice="accept", next="https://evil.example/")
    assert (response.status_code, response.url) == (303, "/uk/privacy/")


def test_a_script_gets_no_page(client):
    response = answer(client, SCRIPT, choice="accept")
    assert response.status_code == 204
    assert letters(response) == "ae"


@pytest.mark.parametrize(
    ("fields", "granted"),
    [({"choice": "accept"}, "analytics embeds"), ({"choice": "save", "c": "e"}, "embeds"), ({"choice": "reject"}, "")],
)
def test_a_script_is_told_what_is_granted(client, fields, granted):
    assert answer(client, SCRIPT, **fields)["Consent-Grants"] == granted


def test_what_a_browser_says_of_itself_makes_no_script(client):
    response = answer(client, OURS | {"sec-fetch-dest": "empty"}, choice="accept", next="/en/story/")
    assert (response.status_code, response.url) == (303, "/en/story/")


def asked_under(client, path="/en/story/"):
    """The number of the policy that the bar of a page asks about."""
    return int(re.search(r'name="policy" value="(\d+)"', client.get(path).text)[1])


def test_an_answer_to_a_question_that_changed_since_is_not_taken(client):
    asked = asked_under(client)
    register("marketing")
    late = answer(client, choice="accept", policy=asked, next="/en/story/")
    assert (late.status_code, late.url) == (303, "/en/story/")
    assert not late.cookies
    assert letters(answer(client, choice="accept", policy=asked_under(client))) == "aem"


def test_the_cookies_page_too_sends_the_number_it_was_shown_with(client):
    answer(client, choice="reject")
    assert asked_under(client, "/en/privacy/") == Policy.objects.current().number


def test_a_script_is_told_that_the_question_changed(client):
    response = answer(client, SCRIPT, choice="accept", policy=77)
    assert response.status_code == 409
    assert not response.cookies
    assert "Consent-Grants" not in response


def test_the_cookie_lives_half_a_year_and_can_be_read_by_our_scripts(client):
    cookie = answer(client, choice="accept").cookies["consent"]
    assert (cookie["max-age"], cookie["path"], cookie["samesite"]) == (180 * 24 * 3600, "/", "Lax")
    assert not cookie["domain"]
    assert not cookie["httponly"]


@pytest.mark.parametrize(
    ("secure", "host", "name"),
    [
        (True, "news.example", "__Host-consent"),
        (False, "localhost:8000", "__Host-consent"),
        (False, "127.0.0.1:8000", "__Host-consent"),
        (False, "news.example", "consent"),
    ],
)
def test_the_cookie_is_bound_to_the_host_where_browsers_allow_it(client, settings, secure, host, name):
    settings.ALLOWED_HOSTS = ["news.example", "localhost", "127.0.0.1"]
    address = {"secure": secure, "headers": OURS | {"host": host}}
    assert f'data-cookie="{name}"' in client.get("/en/story/", **address).text
    response = client.post("/privacy/consent", {"choice": "accept"}, **address)
    assert [*response.cookies] == [name]
    assert bool(response.cookies[name]["secure"]) is name.startswith("__Host-")
    assert "data-consent" not in client.get("/en/story/", **address).text


@pytest.mark.parametrize("path", ["/privacy/consent", "/privacy/language"])
@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch", "options"])
def test_only_a_form_can_answer(client, path, method):
    response = getattr(client, method)(path, headers=OURS)
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert not response.cookies


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
@pytest.mark.parametrize("path", ["/privacy/consent", "/privacy/language"])
def test_another_site_s_answer_changes_nothing_and_is_told_why(client, path, headers):
    response = client.post(path, {"choice": "accept", "language": "pl", "next": "/en/story/"}, headers=headers)
    assert response.status_code == 403
    assert not response.cookies
    assert "Origin" in response.text


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/privacy/consent", {}),
        ("/privacy/consent", {"choice": "maybe"}),
        ("/privacy/language", {}),
        ("/privacy/language", {"language": "xx"}),
        ("/privacy/language", {"language": "ru"}),
    ],
)
def test_a_value_we_do_not_know_changes_nothing(client, path, fields):
    response = client.post(path, fields, headers=OURS)
    assert response.status_code == 400
    assert not response.cookies


def test_a_refusal_speaks_the_language_of_the_page(client):
    response = client.post("/privacy/consent", {"next": "/pl/opowiesc/"})
    assert response["Content-Language"] == "pl"
    assert '<html lang="pl"' in response.text
    assert 'href="/pl/privacy/"' in response.text
    assert "data-consent" not in response.text  # a bar here could not lead back


@pytest.mark.parametrize("fields", [{"choice": "accept"}, {"choice": "?"}])
@pytest.mark.parametrize("headers", [OURS, {}])
def test_an_answer_is_never_stored_and_sets_no_cookie_of_the_staff(client, fields, headers):
    response = answer(client, headers, **fields)
    assert "no-store" in response["Cache-Control"]
    assert {*response.cookies} <= {"consent"}
