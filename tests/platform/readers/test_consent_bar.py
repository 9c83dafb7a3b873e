"""The bar asks once, fairly, and only while there is something to ask."""

import re

import pytest

from newsroom.readers.models import RegistryEntry
from tests.readers import answered

pytestmark = pytest.mark.usefixtures("embeds")


def test_the_bar_comes_first_in_the_page(client):
    assert re.search(r'<body>\s*<div role="region" class="consent" aria-label="[^"]+"', client.get("/en/story/").text)


def test_there_is_no_bar_while_only_the_necessary_is_registered(client):
    RegistryEntry.objects.get(category="embeds").delete()
    assert "consent" not in client.get("/en/story/").text


@pytest.mark.parametrize("grants", [[], ["embeds"]])
def test_there_is_no_bar_after_an_answer(client, grants):
    client.cookies["consent"] = answered(*grants)
    assert "data-consent" not in client.get("/en/story/").text


def test_accepting_and_rejecting_look_alike(client):
    html = client.get("/en/story/").text
    buttons = re.findall(r'<button class="([^"]+)" name="choice" value="(\w+)">', html)
    assert [value for _style, value in buttons] == ["accept", "reject"]
    assert len({style for style, _value in buttons}) == 1


def test_nothing_is_ticked_and_staying_is_not_called_consent(client):
    html = client.get("/en/story/").text
    assert "checked" not in html
    assert "staying" not in html


def test_the_bar_names_its_purposes_and_leads_to_the_cookies_page(client):
    html = client.get("/en/story/").text
    assert "films and posts from other sites" in html
    assert 'href="/en/privacy/#choose"' in html
    assert "data-nosnippet" in html


def test_the_bar_leads_back_to_this_page(client):
    assert 'name="next" value="/en/story/?page=2&amp;q=%22#main"' in client.get("/en/story/?page=2&q=%22").text


def test_reading_sets_no_cookie(client):
    for path in ("/en/story/", "/uk/lyshe/", "/en/privacy/", "/", "/en/nothing/"):
        assert not client.get(path, headers={"accept-language": "pl"}).cookies
