"""The prompt offers a reader's own language, if this very page exists in it."""

import re

import pytest
from django.utils.translation import gettext, override, pgettext

from newsroom.readers import words
from newsroom.readers.models import Place, Wording

POLISH = {"accept-language": "pl-PL,pl;q=0.9,en;q=0.5"}


def prompt(client, path, **headers):
    found = re.search(r"<aside.*?</aside>", client.get(path, headers=POLISH | headers).text, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize(("page", "path"), [("uk", "/uk/istoriia/"), ("en", "/en/story/"), ("pl", "/pl/opowiesc/")])
@pytest.mark.parametrize("offered", ["uk", "en", "pl"])
def test_the_prompt_speaks_the_offered_language_and_never_offers_the_page_s_own(client, page, path, offered):
    html = prompt(client, path, **{"accept-language": offered})
    if offered == page:
        assert not html
        return
    with override(offered):
        text = pgettext("name your own language instead of English", "This page is also in English.")
    address = {"uk": "/uk/istoriia/", "en": "/en/story/", "pl": "/pl/opowiesc/"}[offered]
    assert f'<aside class="prompt" lang="{offered}" dir="ltr" role="region" aria-label=' in html
    assert f'<a href="{address}" hreflang="{offered}" lang="{offered}">{text}</a>' in html
    assert f'<input type="hidden" name="next" value="{address}#head">' in html
    assert f'name="language" value="{offered}"' in html


def test_staying_is_labelled_in_both_languages(client):
    with override("pl"):
        polish = gettext("Stay here")
    with override("en"):
        english = gettext("Stay here")
    assert f'{polish} · <span lang="en" dir="ltr">{english}</span>' in prompt(client, "/en/story/")


def test_a_language_whose_offer_nobody_translated_is_not_offered(client, monkeypatch):
    monkeypatch.setitem(words.SHIPPED, Place.OFFER, "Ця сторінка є й українською.")  # what gettext falls back to
    assert not prompt(client, "/en/story/")
    Wording.objects.filter(place=Place.OFFER).update(text_pl="Ta strona jest też po polsku.")
    assert prompt(client, "/en/story/")


def test_a_language_the_page_lacks_is_not_offered(client):
    assert not prompt(client, "/uk/lyshe/")


def test_a_missing_page_offers_nothing(client):
    response = client.get("/en/nothing/", headers=POLISH)
    assert response.status_code == 404
    assert "prompt" not in response.text


@pytest.mark.parametrize(("cookie", "value"), [("lang", "en"), ("lang", "uk"), ("lang-prompt", "0")])
def test_a_reader_who_has_chosen_or_stayed_is_not_asked_again(client, cookie, value):
    client.cookies[cookie] = value
    assert not prompt(client, "/en/story/")


@pytest.mark.parametrize(("cookie", "value"), [("lang", "xx"), ("lang", ""), ("lang-prompt", "1")])
def test_a_cookie_that_is_not_ours_does_not_count(client, cookie, value):
    client.cookies[cookie] = value
    assert prompt(client, "/en/story/")


def test_a_crawler_without_the_header_is_not_asked(client):
    assert "prompt" not in client.get("/en/story/").text


def test_a_page_is_alike_for_everybody_but_for_its_prompt(client):
    plain = client.get("/en/story/")
    asked = client.get("/en/story/", headers=POLISH)
    assert "Accept-Language" not in asked.get("Vary", "")
    assert re.sub(r"\s*<aside.*?</aside>", "", asked.text, flags=re.DOTALL).split() == plain.text.split()
