"""What pages say to shared caches: nothing but “private” by default, and never of what is one reader's own."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.pagecache.mark import new_mark
from newsroom.pagecache.outbound.names import ALL, batches, dropped_by, known_by
from newsroom.pagecache.tags import SLOTS, Stale
from tests.platform.pagecache import site
from tests.readers import answered, register

KEPT = "/en/kept/"
PRIVATE = "private, no-cache"
CLOUDFLARE = {"zone": "z" * 32, "token": "secret"}


def seconds_in(answer):
    start, _sep, seconds = answer.headers["Cache-Control"].partition("s-maxage=")
    assert start == "public, max-age=0, "
    return int(seconds)


def test_by_default_pages_are_private_and_name_nothing(cdn):
    answer = cdn("").get(KEPT)
    assert answer.headers["Cache-Control"] == PRIVATE
    assert not {"xkey", "Cache-Tag"} & answer.headers.keys()


def test_a_page_is_known_by_what_it_shows_and_by_one_name_for_everything(cdn):
    site.SHOWN["now"] = ["speaker:7:name:uk", "голос 1,2"]
    own = "address:%2Fen%2Fcrowded%2F"
    names = ["%D0%B3%D0%BE%D0%BB%D0%BE%D1%81%201%2C2", own, ALL, "speaker:7:name:uk", "story:1"]
    assert cdn("varnish").get("/en/crowded/").headers["xkey"] == " ".join(names)
    assert cdn("cloudflare", **CLOUDFLARE).get("/en/crowded/").headers["Cache-Tag"] == ",".join(names)


@pytest.mark.parametrize(
    ("tags", "value"),
    [
        (["edition:1:text:uk", "menu:uk"], "all,edition:1:text:uk,menu:uk"),
        ([f"edition:1:{part}:uk" for part in "abcdefgh"], "all,all:edition:1"),
        ([f"edition:{number}:a:uk" for number in range(8)], "all,all:edition"),
        ([f"kind{number}:1" for number in range(8)], ""),
        (["x" * 120], ""),
    ],
)
def test_a_page_that_shows_too_much_is_known_by_less(tags, value):
    assert known_by(tags, ",", most=5, longest=60) == value


def test_a_change_drops_pages_by_whatever_they_may_be_known():
    change = Stale("edition:12:text:uk", timezone.now())
    assert dropped_by([change, Stale("menu:uk")]) == [
        "all:edition",
        "all:edition:12",
        "all:menu",
        "all:menu:uk",
        "edition:12:text:uk",
        "menu:uk",
    ]
    assert dropped_by([change, Stale(SLOTS)]) == dropped_by([Stale("everything")]) == [ALL]


def test_names_are_split_into_what_a_request_may_hold():
    names = ["aa", "bb", "cc", "dddd", "e"]
    assert list(batches(names, most=2, longest=100)) == [["aa", "bb"], ["cc", "dddd"], ["e"]]
    assert list(batches(names, most=10, longest=7)) == [["aa", "bb"], ["cc", "dddd"], ["e"]]
    assert list(batches([], most=2, longest=100)) == []


def test_a_page_may_be_kept_until_something_becomes_due_or_it_ends(cdn):
    server = cdn("varnish")
    assert seconds_in(server.get(KEPT)) == 300
    server.edge.feed.next_due = time.time() + 100.5
    assert seconds_in(server.get(KEPT)) in (99, 100)
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    page.until = time.time() + 50.5
    assert seconds_in(server.get(KEPT)) in (49, 50)
    page.until = time.time() + 0.5
    assert seconds_in(server.get(KEPT)) == 1


def test_what_is_due_is_known_from_the_clock_of_the_feed(cdn):
    server = cdn("varnish")
    server.edge.feed.due = lambda since, until: ((), timezone.now() + timedelta(seconds=60))
    assert 57 <= seconds_in(server.get(KEPT)) <= 60


def test_a_304_says_the_same(cdn):
    server = cdn("varnish")
    page = server.get(KEPT)
    again = server.get(KEPT, if_none_match=page.headers["ETag"])
    assert again.status == 304
    for name in ("Cache-Control", "Vary", "ETag", "xkey"):
        assert again.headers[name] == page.headers[name]


@pytest.mark.parametrize("kind", ["varnish", "cloudflare", "urls"])
@pytest.mark.parametrize("name", site.never_kept)
def test_what_is_one_reader_s_or_no_page_never_becomes_public(cdn, kind, name):
    server = cdn(kind, **CLOUDFLARE)
    for _reader in range(2):
        assert "public" not in server.get(f"/{name}/").headers.get("Cache-Control", "")


def test_what_an_editor_s_browser_is_given_never_becomes_public(cdn):
    server = cdn("varnish")
    assert server.get(KEPT, cookie=f"desk={new_mark()}").headers["Cache-Control"] == PRIVATE


def test_a_page_that_is_gone_by_now_never_becomes_public(cdn):
    """While the new one is made, those who would wait get the one of a moment ago."""
    server = cdn("varnish")
    server.get(KEPT)
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    variant = next(iter(page.variants.values()))
    server.edge.store.drop([Stale("story:1")], time.monotonic())
    assert server.edge.sharing.told({}, None, page, None, variant) == [("Cache-Control", PRIVATE)]


@pytest.mark.parametrize("kind", ["cloudflare", "urls"])
def test_a_cache_that_ignores_vary_gets_the_page_of_a_first_time_reader_only(cdn, kind):
    register("embeds")
    server = cdn(kind, **CLOUDFLARE)
    others = [
        {"accept_language": "uk"},
        {"cookie": f"consent={answered()}"},
        {"cookie": f"consent={answered(policy=1)}"},
    ]
    for headers in others:
        assert server.get(KEPT, **headers).headers["Cache-Control"] == PRIVATE
    for headers in ({}, {"accept_language": "en"}, {"accept_language": "de"}, {"cookie": "_ga=1"}, {"sec_gpc": "1"}):
        assert seconds_in(server.get(KEPT, **headers)) == 300
    assert len({server.get(KEPT).body, *[server.get(KEPT, **headers).body for headers in others]}) == 4


@pytest.mark.parametrize(("kind", "offers"), [("", False), ("varnish", True)])
def test_a_crawler_is_told_apart_only_where_nobody_else_would_get_its_page(cdn, settings, kind, offers):
    server = cdn(kind)
    settings.KNOWS_CRAWLERS = not kind
    crawler = {"user_agent": "Googlebot/2.1 (+http://www.google.com/bot.html)", "accept_language": "uk"}
    assert (server.get(KEPT, **crawler).body == server.get(KEPT, accept_language="uk").body) == offers
