"""/<language>/privacy/: what may be switched on, what is, and how to take it back without a script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.readers.models import RegistryEntry
from tests.readers import OURS, answered, registered

pytestmark = pytest.mark.usefixtures("embeds_and_statistics")


def checked(client):
    html = client.get("/en/privacy/").text
    return re.findall(r'name="c-(\w)" value="(\w+)" checked', html)


def test_nothing_is_chosen_before_the_reader_chooses(client):
    assert checked(client) == []


def test_only_registered_purposes_are_asked(client):
    assert set(re.findall(r'name="c-(\w)"', client.get("/en/privacy/").text)) == {"a", "e"}


def test_the_page_shows_the_choice(client):
    client.cookies["consent"] = answered("embeds")
    assert checked(client) == [("a", "no"), ("e", "yes")]


def test_the_day_of_the_choice_is_written_as_days_are_everywhere(client):
    chosen = timezone.localtime() - timedelta(days=1)
    client.cookies["consent"] = answered("embeds", when=chosen.timestamp())
    assert f"You made your choice on {chosen.day} {chosen:%B %Y}." in client.get("/en/privacy/").text


def test_what_was_accepted_can_be_taken_back_without_a_script(client):
    client.post("/privacy/consent", {"choice": "accept"}, headers=OURS)
    assert checked(client) == [("a", "yes"), ("e", "yes")]
    answer = {"choice": "save", "c-a": "no", "c-e": "no", "next": "/en/privacy/"}
    response = client.post("/privacy/consent", answer, headers=OURS)
    assert (response.status_code, response.url) == (303, "/en/privacy/")
    assert checked(client) == [("a", "no"), ("e", "no")]


def test_every_cookie_that_answers_set_is_listed(client):
    html = client.get("/en/privacy/").text
    answers = [("consent", {"choice": "accept"}), ("language", {"language": "en"}), ("language", {"stay": "1"})]
    for path, fields in answers:
        for name in client.post(f"/privacy/{path}", fields, headers=OURS).cookies:
            assert f"<code>{name}</code>" in html


def test_only_cookies_have_the_prefix_that_browsers_give_cookies(client):
    html = client.get("/en/privacy/", headers={"host": "localhost"}).text
    assert "<code>__Host-lang</code>" in html
    assert "<code>theme</code>" in html


def test_a_site_that_asks_for_nothing_says_so(client):
    for entry in RegistryEntry.objects.exclude(category="necessary"):
        entry.delete()
    html = client.get("/en/privacy/").text
    assert "<form" not in html
    assert "nothing to choose" in html


def test_the_page_is_shown_fresh(client):
    assert "no-store" in client.get("/en/privacy/")["Cache-Control"]


def test_a_purpose_that_a_language_lacks_is_borrowed_and_says_from_where(client):
    registered("marketing", purpose_en="", purpose_pl="")
    assert '<span lang="uk" dir="auto">Для тесту.</span>' in client.get("/en/privacy/").text
    assert "<span>Для тесту.</span>" in client.get("/uk/privacy/").text


def test_whose_each_thing_is_and_how_long_it_stays_is_said(client):
    registered("marketing", recipients="Daughter Ltd")
    registered("preferences", name="size", lifetime=None)
    html = " ".join(client.get("/en/privacy/").text.split())
    assert "Provider: Adverts Ltd. Also receive data: Daughter Ltd. Cookie, 90 days." in html
    assert "Local storage, until you delete it in your browser." in html
