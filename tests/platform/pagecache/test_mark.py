"""An editor's browser reads past the kept pages; nobody can make its mark."""

import time

import pytest

from newsroom.pagecache.mark import LASTS, RENEWED, new_mark, seconds_left, signature

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"


def ending(seconds):
    end = str(int(time.time()) + seconds)
    return f"{end}.{signature(end)}"


def test_a_marked_browser_reads_past_the_kept_pages(server):
    server.get(KEPT)
    for _reading in range(2):
        answer = server.get(KEPT, cookie=f"a=b; desk={new_mark()}")
        assert (answer.status, "<!--slot" in answer.text) == (200, False)
    assert len(server.renderings) == 3


FORGED = ["", "1", "9999999999", f"9999999999.{'0' * 32}", "9999999999.", ".", "x.y", f"²²²²²²²²²².{'0' * 32}"]


@pytest.mark.parametrize("value", [*FORGED, "long ago", "session"])
def test_what_is_no_mark_of_ours_is_read_like_any_reader(server, value):
    value = ending(-1) if value == "long ago" else value
    cookie = "session=abc" if value == "session" else f"desk={value}"
    for _reading in range(2):
        server.get(KEPT, cookie=cookie)
    assert server.renderings == [KEPT]


def test_the_mark_of_another_newspaper_does_not_hold(settings):
    mark_of_another = new_mark()
    settings.SECRET_KEY = "another" * 8
    assert seconds_left(mark_of_another) == 0


def test_the_desk_marks_the_browser_of_whoever_signed_in(client, maria, settings):
    assert settings.PAGECACHE_MARK not in client.get("/admin/login/").cookies
    client.force_login(maria)
    kept = client.get("/admin/").cookies[settings.PAGECACHE_MARK]
    assert seconds_left(kept.value) > LASTS - 5
    assert (kept["httponly"], kept["samesite"], kept["path"]) == (True, "Lax", "/")


def test_a_mark_is_renewed_while_the_desk_is_used(client, maria, settings):
    client.force_login(maria)
    client.get("/admin/")
    assert settings.PAGECACHE_MARK not in client.get("/admin/").cookies
    client.cookies[settings.PAGECACHE_MARK] = ending(LASTS - RENEWED - 5)
    assert settings.PAGECACHE_MARK in client.get("/admin/").cookies


def test_signing_out_takes_the_mark_away(client, maria, settings):
    client.force_login(maria)
    client.get("/admin/")
    client.post("/admin/logout/")
    assert client.cookies[settings.PAGECACHE_MARK].value == ""


def test_pages_for_readers_mark_nobody(client, maria, settings):
    client.force_login(maria)
    assert settings.PAGECACHE_MARK not in client.get("/en/kept/").cookies
