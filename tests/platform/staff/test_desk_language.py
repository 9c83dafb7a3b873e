"""The desk speaks the language of the person who sits at it."""

import pytest


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def language_of(client):
    return client.get("/admin/password_change/")["Content-Language"]


def test_the_desk_speaks_the_person_s_language_whatever_the_browser_asks(desk):
    assert desk.get("/admin/password_change/", headers={"Accept-Language": "pl"})["Content-Language"] == "en"


def test_before_sign_in_the_browser_s_language_is_spoken(client, db):
    response = client.get("/admin/login/", headers={"Accept-Language": "pl"})
    assert response["Content-Language"] == "pl"
    assert 'lang="pl"' in response.text


def test_a_person_switches_the_language_of_the_desk_and_stays_where_they_were(desk, maria):
    response = desk.post("/admin/language/", {"language": "pl", "next": "/admin/password_change/"})
    assert (response.status_code, response["Location"]) == (303, "/admin/password_change/")
    maria.refresh_from_db()
    assert maria.language == "pl"
    assert language_of(desk) == "pl"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_a_switch_leads_to_no_other_site(desk, elsewhere):
    response = desk.post("/admin/language/", {"language": "pl", "next": elsewhere})
    assert response["Location"] == "/admin/"


def test_a_language_that_is_not_here_is_refused(desk, maria):
    assert desk.post("/admin/language/", {"language": "tlh"}).status_code == 400
    maria.refresh_from_db()
    assert maria.language == "en"


def test_nobody_switches_without_signing_in(client, db):
    response = client.post("/admin/language/", {"language": "pl"})
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_a_link_cannot_switch(desk):
    assert desk.get("/admin/language/").status_code == 405
