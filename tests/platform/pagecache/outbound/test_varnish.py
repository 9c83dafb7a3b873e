"""A real Varnish with docs/varnish.vcl keeps pages for every kind of reader, and lets go of them at once."""

import random
import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.pagecache.mark import new_mark
from newsroom.pagecache.purging import purge
from newsroom.pagecache.tags import SLOTS, Stale
from newsroom.readers.models import Policy
from tests.couriers import arrived, wait_until
from tests.edge import ask
from tests.platform.pagecache import site
from tests.readers import answered, register
from tests.varnish import VCL

KEPT, CROWDED = "/en/kept/", "/en/crowded/"
PAGES = ["/en/kept/", "/pl/kept/", "/uk/kept/"]
DAY = 24 * 3600
PERSONAL = re.compile(rb"\[\] \[.*\] \w\w")  # what the page says of the reader it is made for
# Of a Ukrainian's, a Pole's, an Englishman's and others' browsers.
LANGUAGES = [
    "uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7",
    "uk-UA,uk;q=0.9,ru;q=0.8,en-US;q=0.7,en;q=0.6",
    "uk,en-US;q=0.7,en;q=0.3",
    "ru,uk;q=0.9,en;q=0.8",
    "en-US,en;q=0.9",
    "en-GB,en-US;q=0.9,en;q=0.8",
    "en-US,en;q=0.9,uk;q=0.8",
    "pl-PL,pl;q=0.9,en-US;q=0.8,en;q=0.7",
    "pl",
    "de-DE,de;q=0.9,en;q=0.8",
    "de",
    "*",
    "en;q=0, uk",
    "junk;;;",
    "",
]


def reader(dice):
    """Return the headers of one of many readers: their cookies of others, the moment they answered, are their own."""
    now = int(time.time())
    consents = ["", "", "junk", answered(), answered("embeds", when=now - dice.randrange(160 * DAY))]
    consents += [answered(policy=1, when=now - dice.randrange(160 * DAY)), answered(when=now - 200 * DAY)]
    cookies = {
        "_ga": f"GA1.2.{dice.random()}",
        "consent": dice.choice(consents),
        "lang": dice.choice(["", "", "", "en", "xx"]),
        "lang-prompt": dice.choice(["", "", "", "0"]),
        "notice": dice.choice(["", "seen"]),
    }
    given = [f"{name}={value}" for name, value in cookies.items() if value]
    dice.shuffle(given)
    return {"accept_language": dice.choice(LANGUAGES), "cookie": "; ".join(given)}


def test_what_keeps_pages_away_from_varnish_by_default_does_not_with_it(varnish):
    for _reader in range(3):
        answer = varnish.get(KEPT)
    assert re.fullmatch("public, max-age=0, s-maxage=300", answer.headers["Cache-Control"])
    assert varnish.asked == [KEPT]
    assert "xkey" not in answer.headers


@pytest.mark.parametrize("mode", ["consent", "notice", "nothing"])
def test_every_reader_gets_the_bar_and_the_offer_that_are_theirs(varnish, settings, mode):
    settings.CONSENT_MODE = "notice" if mode == "notice" else ""
    if mode == "consent":
        register("embeds")
        register("marketing")
    dice = random.Random(mode)
    for _reader in range(150):
        headers = reader(dice) | {"sec_gpc": dice.choice(["", "1", "0"])}
        page = dice.choice(PAGES)
        plain = ask(varnish.server.django, page, **headers).body
        assert varnish.get(page, **headers).body == PERSONAL.sub(b"[] [] uk", plain), headers
    assert sorted(varnish.server.renderings) == PAGES


def test_nine_of_ten_readers_are_answered_without_us(varnish, soon):
    register("embeds")
    arrived()  # what drops every page
    dice = random.Random(400)
    for _reader in range(400):
        query = dice.choice(["", "", "?utm_source=letter&utm_medium=mail", f"?fbclid={dice.random()}"])
        varnish.get(dice.choice(PAGES) + query, **usual_reader(dice))
    assert 1 - len(varnish.asked) / 400 > 0.9


def usual_reader(dice):
    """Return the headers of a reader as most are: asked or answered, with the language that their browser has."""
    usual = [*LANGUAGES[:3] * 4, *LANGUAGES[4:8] * 2, *LANGUAGES[:10]]
    when = int(time.time()) - dice.randrange(160 * DAY)
    consent = dice.choice([answered(when=when), answered("embeds", when=when), ""])
    cookie = f"_ga=GA1.{dice.random()}" + (f"; consent={consent}" if consent else "")
    return {"accept_language": dice.choice(usual), "cookie": cookie, "accept_encoding": dice.choice(["gzip, br", ""])}


def test_an_answer_holds_as_long_as_it_does_without_varnish(varnish):
    register("embeds")
    asked = varnish.get(KEPT).body
    for days, holds in ((0, True), (-0.5, True), (169, True), (179, True), (181, False)):
        cookie = f"consent={answered(when=time.time() - days * DAY)}"
        assert (varnish.get(KEPT, cookie=cookie).body != asked) == holds, days


def test_a_reader_who_answers_through_varnish_is_not_asked_again(varnish):
    register("embeds")
    before = varnish.get(KEPT)
    form = f"choice=reject&policy={Policy.objects.current().number}&next={KEPT}"
    sent = {"sec_fetch_site": "same-origin", "content_type": "application/x-www-form-urlencoded"}
    answer = varnish.get("/privacy/consent", "POST", form, **sent)
    assert (answer.status, answer.headers["Location"]) == (303, KEPT)
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    after = varnish.get(KEPT, cookie=cookie)
    assert len(after.body) < len(before.body)
    assert varnish.get(KEPT).body == before.body


def test_behind_a_proxy_that_ends_tls_cookies_and_pages_are_those_of_https(varnish, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    varnish.server.edge.trusted = settings.SECURE_PROXY_SSL_HEADER  # which it reads when it starts
    register("embeds")
    secure = {"x_forwarded_proto": "https"}
    asked = {varnish.get(KEPT, **secure, cookie=cookie).body for cookie in ("", f"consent={answered()}")}
    assert len(asked) == 1
    assert varnish.get(KEPT, **secure, cookie=f"__Host-consent={answered()}").body not in asked
    varnish.get(KEPT, cookie=f"consent={answered()}")
    assert len(varnish.server.renderings) == 2


def test_an_edit_is_seen_at_once(varnish, rewrite):
    for number in range(10):
        varnish.get(KEPT)
        rewrite(f"edit {number}")
        began = time.monotonic()
        while f"edit {number}" not in varnish.get(KEPT).text:
            assert time.monotonic() - began < 0.9  # the second purge, after a second, is not what does it
    arrived()


def test_an_old_page_that_came_back_in_between_does_not_stay(varnish, rewrite, soon):
    """Our server is that of another machine, which has not heard of the change when Varnish has."""
    varnish.get(KEPT)
    follow = varnish.server.edge.feed.follow
    varnish.server.edge.feed.follow = lambda: None
    rewrite("second")
    wait_until(lambda: varnish.get(KEPT) and len(varnish.asked) == 2)
    assert "first" in varnish.get(KEPT).text
    varnish.server.edge.feed.follow = follow
    arrived()
    assert "second" in varnish.get(KEPT).text


def test_what_becomes_due_is_seen_without_a_purge(varnish):
    moment = timezone.now() + timedelta(seconds=1.5)

    def due(since, until):
        return [Stale("story:1")] if since < moment <= until else [], moment if until < moment else None

    varnish.server.edge.feed.due = due
    varnish.get(KEPT)
    site.TEXT["now"] = "second"
    time.sleep(0.2)
    assert "first" in varnish.get(KEPT).text
    wait_until(lambda: timezone.now() >= moment + timedelta(seconds=1))
    assert "second" in varnish.get(KEPT).text
    assert varnish.server.renderings == [KEPT] * 2


def test_a_page_that_could_not_be_kept_for_a_moment_is_kept_afterwards(varnish, soon):
    site.SHOWN["now"] = [f"kind-{number}:1" for number in range(400)]
    varnish.get(CROWDED)
    site.SHOWN["now"] = []
    purge("story:1")
    arrived()
    varnish.asked.clear()
    for _reader in range(3):
        varnish.get(CROWDED)
    assert varnish.asked == [CROWDED]


def test_what_changed_is_fetched_anew_and_nothing_else_is(varnish, soon):
    site.SHOWN["now"] = ["speaker:7:name:uk"]
    for change, again in (("story:1", [KEPT, CROWDED]), ("speaker:7:name:uk", [CROWDED]), ("speaker:7:name", [])):
        varnish.get(KEPT), varnish.get(CROWDED)
        varnish.asked.clear()
        purge(change)
        arrived()
        varnish.get(KEPT), varnish.get(CROWDED)
        assert varnish.asked == again


@pytest.mark.parametrize("number", [250, 2000, 20_000])
def test_a_page_that_shows_too_much_for_a_header_goes_all_the_same(varnish, soon, number):
    site.SHOWN["now"] = [f"edition:{row // 10}:part:{row % 10}" for row in range(number)]
    for change, goes in (("edition:3:part:7", True), ("author:3:part:7", False)):
        assert varnish.get(CROWDED).status == 200
        varnish.asked.clear()
        purge(change)
        arrived()
        varnish.get(CROWDED)
        assert bool(varnish.asked) == goes


def test_a_page_that_shows_too_many_kinds_of_things_is_kept_nowhere_but_here(varnish):
    site.SHOWN["now"] = [f"kind-{number}:1" for number in range(400)]
    for _reader in range(2):
        assert varnish.get(CROWDED).headers["Cache-Control"] == "private, no-cache"
    assert varnish.asked == [CROWDED] * 2
    assert varnish.server.renderings == [CROWDED]


def test_whoever_was_asked_is_asked_anew_when_the_question_is_another(varnish, soon):
    varnish.get(KEPT)
    purge(SLOTS)
    arrived()
    varnish.get(KEPT)
    assert (varnish.asked, varnish.server.renderings) == ([KEPT] * 2, [KEPT])


def test_an_editor_s_browser_reads_past_varnish(varnish):
    varnish.get(KEPT)
    for _reading in range(2):
        answer = varnish.get(KEPT, cookie=f"a=b; desk={new_mark()}")
        assert answer.headers["Cache-Control"] == "private, no-cache"
    assert varnish.asked == [KEPT] * 3
    varnish.get(KEPT)
    assert varnish.asked == [KEPT] * 3


@pytest.mark.parametrize(
    "path", ["/", "/admin/login/", "/en/privacy/", "/missing/", "/nowhere/", "/plain/", "/by-cookie/"]
)
def test_what_does_not_say_that_it_may_be_kept_is_not(varnish, path):
    for _reader in range(2):
        varnish.get(path)
    assert varnish.asked == [path] * 2


def test_a_reader_who_has_the_page_is_told_so_by_varnish(varnish):
    page = varnish.get(KEPT, accept_encoding="gzip")
    for known in (page.headers["ETag"], f"W/{page.headers['ETag'].removeprefix('W/')}"):
        again = varnish.get(KEPT, accept_encoding="gzip", if_none_match=known)
        assert (again.status, again.body) == (304, b"")
        assert "s-maxage" in again.headers["Cache-Control"]
    plain = varnish.get(KEPT, accept_encoding="")
    assert plain.headers["ETag"].startswith("W/")
    assert varnish.asked == [KEPT]


def test_nobody_purges_who_is_not_of_the_newsroom_or_does_not_say_what(varnish):
    varnish.get(KEPT)
    assert varnish.get(KEPT, "PURGE", xkey="all", x_forwarded_proto="https").status == 405
    assert varnish.get(KEPT, "PURGE").status == 400
    varnish.get(KEPT)
    assert varnish.asked == [KEPT]
    assert 'acl newsroom {\n    "localhost";\n}' in VCL.read_text()
