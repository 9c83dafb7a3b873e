"""POST /privacy/language: choosing a language, or staying."""

from tests.readers import OURS, SCRIPT


def choose(client, headers=OURS, **fields):
    return client.post("/privacy/language", fields, headers=headers)


def test_choosing_remembers_the_language_and_goes_to_the_page_in_it(client):
    response = choose(client, language="pl", next="/pl/opowiesc/")
    assert (response.status_code, response.url) == (303, "/pl/opowiesc/")
    assert {name: cookie.value for name, cookie in response.cookies.items()} == {"lang": "pl"}


def test_staying_remembers_only_that(client):
    response = choose(client, stay="1", next="/en/story/")
    assert (response.status_code, response.url) == (303, "/en/story/")
    assert {name: cookie.value for name, cookie in response.cookies.items()} == {"lang-prompt": "0"}


def test_a_foreign_way_back_leads_to_the_front_page_in_the_language_chosen(client):
    assert choose(client, language="pl", next="//evil.example").url == "/pl/"


def test_a_script_gets_no_page(client):
    response = choose(client, SCRIPT, language="pl")
    assert response.status_code == 204
    assert response.cookies["lang"].value == "pl"


def test_the_cookies_live_half_a_year_and_no_script_reads_them(client):
    for response in (choose(client, language="pl"), choose(client, stay="1")):
        (cookie,) = response.cookies.values()
        assert (cookie["max-age"], cookie["path"], cookie["samesite"]) == (180 * 24 * 3600, "/", "Lax")
        assert cookie["httponly"]


def test_after_staying_no_page_asks(client):
    choose(client, stay="1", next="/en/story/")
    for path in ("/en/story/", "/uk/istoriia/", "/en/privacy/"):
        assert "<aside" not in client.get(path, headers={"accept-language": "pl"}).text
