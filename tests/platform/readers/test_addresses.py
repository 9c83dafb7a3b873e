"""A page speaks the language of its address; only / asks what the reader would like."""

import pytest
from django.utils import translation


@pytest.mark.parametrize(("language", "path"), [("uk", "/uk/istoriia/"), ("en", "/en/story/"), ("pl", "/pl/opowiesc/")])
def test_a_page_speaks_the_language_of_its_address_whatever_cookies_and_headers_say(client, language, path):
    client.cookies["lang"] = "en" if language != "en" else "uk"
    response = client.get(path, headers={"accept-language": "pl,en;q=0.1"})
    assert response.status_code == 200
    assert f'<html lang="{language}" dir="ltr">' in response.text
    assert response["Content-Language"] == language


def test_an_unknown_language_is_a_missing_page_in_the_default_language(client):
    response = client.get("/xx/story/")
    assert (response.status_code, response["Content-Language"]) == (404, "uk")


def test_a_language_in_capitals_moves_to_small_letters(client):
    response = client.get("/EN/story/?page=2")
    assert (response.status_code, response["Location"]) == (301, "/en/story/?page=2")


def test_capitals_that_are_no_language_do_not_move(client):
    assert client.get("/XX/story/").status_code == 404


def test_the_next_request_starts_without_this_one_s_language(client):
    translation.deactivate()
    client.get("/pl/opowiesc/")
    assert translation.get_language() == "uk"


@pytest.mark.parametrize(
    ("cookie", "header", "front"),
    [
        ("", "", "/uk/"),
        ("", "pl", "/pl/"),
        ("", "ru,de", "/uk/"),
        ("", "en;q=0,*;q=0.5", "/uk/"),
        ("", "de,en-GB;q=0.3", "/en/"),
        ("en", "pl", "/en/"),
        ("xx", "pl", "/pl/"),
    ],
)
def test_the_root_leads_to_the_language_chosen_then_preferred_then_the_default(client, cookie, header, front):
    client.cookies["lang"] = cookie
    response = client.get("/", headers={"accept-language": header})
    assert (response.status_code, response["Location"]) == (302, front)


def test_the_root_s_answer_belongs_to_one_reader(client):
    response = client.get("/")
    assert response["Cache-Control"] == "private"
    assert response["Vary"] == "Accept-Language, Cookie"


def test_nothing_can_be_sent_to_the_root(client):
    assert client.post("/").status_code == 405


@pytest.mark.parametrize(("path", "name"), [("/uk/lyshe/", "Тире"), ("/en/story/", "The Dash")])
def test_the_newspaper_goes_by_its_name_in_the_page_s_language(client, path, name):
    assert f"<title>{name}</title>" in client.get(path).text
