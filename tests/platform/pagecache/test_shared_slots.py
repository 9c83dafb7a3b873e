"""A shared slot is made once for all pages of a language; when it changes, no page is rendered anew."""

import pytest
from django.utils.translation import get_language

from newsroom.pagecache.shared import ROWS, Strip, shared
from newsroom.pagecache.tags import SLOTS, show
from tests.edge import ask
from tests.platform.pagecache.test_many_at_once import at_once

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"
NEWS = {}


@shared
def news():
    NEWS["made"].append(get_language())
    show("news:1")
    NEWS.get("meanwhile", lambda: None)()
    return Strip(f"<ol>{ROWS}</ol>", tuple(("", f"<li>{text}</li>") for text in NEWS["texts"]), 2)


@pytest.fixture(autouse=True)
def a_strip(settings):
    settings.SLOTS = {"consent": f"{__name__}.news"}
    NEWS.clear()
    NEWS.update(made=[], texts=["first"])


def test_it_is_made_once_for_all_readers_and_pages_of_a_language(server):
    for address in (KEPT, f"{KEPT}?part=second", KEPT):
        for headers in ({}, {"accept_encoding": "br"}, {"accept_language": "pl"}):
            assert server.get(address, **headers).status == 200
    server.get("/pl/kept/")
    assert NEWS["made"] == ["en", "pl"]
    assert "<ol><li>first</li></ol>" in server.get(KEPT).text


def test_when_what_it_shows_changes_pages_are_put_together_anew(server, say):
    before = server.get(KEPT)
    NEWS["texts"] = ["second"]
    assert "<li>first</li>" in server.get(KEPT).text
    say("news:1")
    after = server.get(KEPT)
    assert "<li>second</li>" in after.text
    assert after.headers["ETag"] != before.headers["ETag"]
    assert server.renderings == [KEPT]


def test_a_change_of_something_else_leaves_it_alone(server, say):
    server.get(KEPT)
    generation = server.edge.store.generation
    say("news:2", "story:2")
    server.get(KEPT)
    assert NEWS["made"] == ["en"]
    assert server.edge.store.generation == generation


def test_a_page_that_changes_has_the_strip_that_was_made(server, rewrite):
    server.get(KEPT)
    rewrite("second")
    assert "<li>first</li>" in server.get(KEPT).text
    assert NEWS["made"] == ["en"]


@pytest.mark.parametrize("change", [SLOTS, "everything"])
def test_it_is_made_anew_with_everything(server, say, change):
    server.get(KEPT)
    say(change)
    server.get(KEPT)
    assert NEWS["made"] == ["en", "en"]


def test_it_is_made_anew_in_time(server, monkeypatch):
    monkeypatch.setattr("newsroom.pagecache.strips.AGE", 0)
    server.get(KEPT)
    NEWS["texts"] = ["second"]
    server.edge.feed._look_at = 0
    assert "<li>second</li>" in server.get(KEPT).text
    assert server.renderings == [KEPT]


def test_at_midnight_it_is_over(server):
    server.edge.strips.midnight = lambda: 0
    server.get(KEPT)
    server.edge.feed._look_at = 0
    server.get(KEPT)
    assert NEWS["made"] == ["en", "en"]


def test_a_change_while_it_is_made_is_in_the_page(server, say):
    def change():
        if len(NEWS["made"]) == 1:
            NEWS["texts"] = ["second"]
            say("news:1")

    NEWS["meanwhile"] = change
    NEWS["texts"] = ["first"]
    assert "<li>second</li>" in server.get(KEPT).text
    assert "<li>second</li>" in server.get(KEPT).text
    assert NEWS["made"] == ["en", "en"]


def test_what_changes_again_and_again_is_given_but_not_kept(server, say):
    NEWS["meanwhile"] = lambda: say("news:1")
    for _reader in range(2):
        assert "<li>first</li>" in server.get(KEPT).text
    assert len(NEWS["made"]) == 6
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    assert not page.variants


@pytest.mark.django_db(transaction=True)
def test_forty_readers_make_it_once(server):
    assert at_once(40, lambda: server.get(KEPT).status) == [200] * 40
    assert NEWS["made"] == ["en"]


def test_django_alone_makes_it_for_everybody(server):
    assert "<ol><li>first</li></ol>" in ask(server.django, KEPT).text
    NEWS["texts"] = ["second"]
    assert "<ol><li>second</li></ol>" in ask(server.django, KEPT).text


def test_a_page_shows_so_many_rows_and_never_the_one_that_leads_to_itself():
    rows = tuple((name, f"<li>{name}</li>") for name in ("a", "b", "c"))
    strip = Strip(f"<ol>{ROWS}</ol>", rows, 2)
    assert strip.on("") == "<ol><li>a</li><li>b</li></ol>"
    assert strip.on("a") == "<ol><li>b</li><li>c</li></ol>"
    assert strip.on("c") == "<ol><li>a</li><li>b</li></ol>"


def test_a_strip_without_rows_shows_nothing():
    assert Strip().on("a") == ""
    assert Strip(f"<ol>{ROWS}</ol>", (("a", "<li>a</li>"),), 5).on("a") == ""


def test_the_page_knows_its_own_name(server, monkeypatch):
    NEWS["texts"] = []
    rows = (("stories:en:1", "<li>mine</li>"), ("stories:en:2", "<li>another</li>"))
    monkeypatch.setattr(f"{__name__}.news", shared(lambda: Strip(ROWS, rows, 5)))
    for page in (server.get(KEPT), ask(server.django, KEPT)):
        assert "another" in page.text
        assert "mine" not in page.text
