"""A cache that knows addresses only is told those that were given out and show something of what changed."""

import json
from urllib.parse import quote

import pytest

from newsroom.pagecache.models import Errand
from newsroom.pagecache.outbound import given_out
from newsroom.pagecache.outbound.sharing import address_of
from newsroom.pagecache.purging import purge, purge_everything
from newsroom.pagecache.store import Key
from newsroom.pagecache.tags import SLOTS
from tests.couriers import arrived, wait_until
from tests.platform.pagecache import site

KEPT, CROWDED = "/en/kept/", "/en/crowded/"


@pytest.fixture
def server(cdn, listener, soon):
    return cdn("urls", listener.url)


def told(listener):
    wait_until(lambda: listener.requests)
    arrived()
    found = {each.path for each in listener.requests}
    listener.requests.clear()
    return found


def test_what_was_given_out_is_purged_though_nobody_asks_us_any_more(server, listener):
    site.SHOWN["now"] = ["speaker:7"]
    server.get(KEPT), server.get(f"{KEPT}?part=second"), server.get(CROWDED)
    purge("speaker:7")
    assert told(listener) == {CROWDED}
    purge("story:1")
    assert told(listener) == {KEPT, f"{KEPT}?part=second"}
    assert not Errand.objects.exists()


def test_a_purge_names_the_host_of_the_page(server, listener):
    server.get(KEPT)
    purge("story:1")
    wait_until(lambda: len(listener.requests) == 2)
    assert {(each.method, each.headers["Host"]) for each in listener.requests} == {("PURGE", "testserver")}
    arrived()


def test_a_post_names_the_address(cdn, listener, soon):
    cdn("urls", f"{listener.url}/hook?key=1", method="POST", token="secret").get(KEPT)
    purge("story:1")
    wait_until(lambda: len(listener.requests) == 2)
    first = listener.requests[0]
    assert (first.method, first.path, first.headers["Authorization"]) == ("POST", "/hook?key=1", "Bearer secret")
    assert json.loads(first.body) == {"url": f"http://testserver{KEPT}"}
    arrived()


def test_what_the_store_had_to_forget_is_remembered(server, listener):
    server.get(KEPT)
    server.edge.store._drop(next(iter(server.edge.store._pages)))
    purge("story:1")
    assert told(listener) == {KEPT}


@pytest.mark.parametrize("change", [purge_everything, lambda: purge(SLOTS)])
def test_when_everything_changes_all_of_it_goes(server, listener, change):
    server.get(KEPT), server.get(CROWDED)
    change()
    assert told(listener) == {KEPT, CROWDED}


def test_an_address_with_parameters_the_page_does_not_know_is_given_to_no_cache(server):
    assert "private" in server.get(f"{KEPT}?utm_source=x").headers["Cache-Control"]
    assert "private" in server.get(f"{KEPT}?x=1&part=a").headers["Cache-Control"]
    assert "public" in server.get(f"{KEPT}?part=a").headers["Cache-Control"]


def test_without_room_for_an_address_it_is_given_to_no_cache(server, monkeypatch):
    monkeypatch.setattr(given_out, "ROOM", 1)
    assert "public" in server.get(KEPT).headers["Cache-Control"]
    assert "private" in server.get(CROWDED).headers["Cache-Control"]
    assert "public" in server.get(KEPT).headers["Cache-Control"]


def test_an_address_is_forgotten_when_no_cache_can_hold_it(server, monkeypatch):
    monkeypatch.setattr(given_out, "ON_THE_WAY", -300)
    server.get(KEPT)
    wait_until(lambda: not server.edge.sharing.given_out._held)


def test_letters_of_an_address_are_written_as_browsers_send_them():
    path = "/uk/міст/".encode().decode("latin-1")
    assert address_of(Key("https://a.example", path, "before=1")) == f"https://a.example{quote('/uk/міст/')}?before=1"
