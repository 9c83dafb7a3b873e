"""The store keeps to its room: what was read longest ago goes first, and leaves nothing behind."""

import sys
import threading
import time

import pytest

from newsroom.pagecache.store import Key, Page, Store, Variant
from newsroom.pagecache.tags import WHOLE, Stale

FOR_EVER = float("inf")


def a_page(size=1000, *tags):
    return Page("200 OK", [], b"x" * size, dict.fromkeys(tags or ("story:1",), WHOLE), FOR_EVER, None)


def key(number):
    return Key("http://testserver", f"/en/{number}/")


def filled(store, number, size=1000):
    for each in range(number):
        assert store.put(key(each), a_page(size, f"story:{each}", "menu"), FOR_EVER)
    return store


def is_clean(store):
    return (len(store), store.used, store._keys) == (0, 0, {})


def test_the_page_read_longest_ago_goes_first():
    room = filled(Store(10**9), 3).used
    store = filled(Store(room), 3)
    store.get(key(0))
    store.put(key(3), a_page(1000, "story:3", "menu"), FOR_EVER)
    assert [store.get(key(number)) is not None for number in range(4)] == [True, False, True, True]
    assert store.used <= room


def test_pages_that_go_leave_no_tag_behind():
    store = filled(Store(10**9), 50)
    store.room = 0
    store.put(key(0), a_page(), FOR_EVER)
    assert is_clean(store)


@pytest.mark.parametrize("changes", [[f"story:{number}" for number in range(20)], ["menu"], ["everything"]])
def test_pages_that_are_dropped_leave_no_tag_behind(changes):
    store = filled(Store(10**9), 20)
    store.drop([Stale(tag) for tag in changes], time.monotonic())
    assert is_clean(store)


def test_variants_take_room_too():
    store = filled(Store(10**9), 1)
    page, before = store.get(key(0)), store.used
    store.add_variant(key(0), page, "br", Variant([], b"y" * 5000, '"e"', []), store.generation)
    assert store.used - before >= 5000
    store.drop([Stale("story:0")], time.monotonic())
    assert is_clean(store)


def test_variants_of_an_older_generation_give_their_room_back():
    store = filled(Store(10**9), 1)
    page, before = store.get(key(0)), store.used
    store.add_variant(key(0), page, "br", Variant([], b"y" * 5000, '"e"', []), store.generation)
    store.drop([Stale("slots")], time.monotonic())
    assert store.variant(page, "br") is None
    assert store.used == before


def test_a_variant_that_was_made_too_late_is_not_kept():
    store = filled(Store(10**9), 1)
    page, before = store.get(key(0)), store.generation
    store.drop([Stale("slots")], time.monotonic())
    store.add_variant(key(0), page, "br", Variant([], b"", '"e"', []), before)
    assert store.variant(page, "br") is None


def test_a_page_put_twice_counts_once():
    store = filled(Store(10**9), 1)
    used = store.used
    filled(store, 1)
    assert (len(store), store.used) == (1, used)


def test_a_page_rendered_before_a_change_is_refused_after_it():
    store = Store(10**9)
    store.drop([Stale("story:1")], time.monotonic())
    assert not store.put(key(1), a_page(10, "story:1"), 0.0)
    assert store.put(key(2), a_page(10, "story:2"), 0.0)
    assert is_clean(store) or len(store) == 1


@pytest.mark.parametrize(("seconds", "is_at_hand"), [(0, True), (0.4, True), (0.6, False), (3600, False)])
def test_a_page_that_held_half_a_second_ago_is_at_hand(seconds, is_at_hand):
    store = filled(Store(10**9), 1)
    assert store.stale(key(0)) is None
    store.drop([Stale("story:0")], time.monotonic() - seconds)
    assert (store.stale(key(0)) is not None) == is_at_hand


@pytest.fixture
def impatient_threads():
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_pages_are_read_while_others_make_room(impatient_threads):
    store, over = filled(Store(10**9), 50), threading.Event()
    store.room, keys = store.used, [key(number) for number in range(100)]

    def read():
        while not over.is_set():
            for each in keys:
                store.get(each)

    readers = [threading.Thread(target=read) for _reader in range(3)]
    for reader in readers:
        reader.start()
    try:
        end = time.monotonic() + 2
        while time.monotonic() < end:
            for each in keys:
                assert store.put(each, a_page(), FOR_EVER)
    finally:
        over.set()
        for reader in readers:
            reader.join()
    assert store.used <= store.room


def test_what_was_dropped_long_ago_is_forgotten(monkeypatch):
    store = filled(Store(10**9), 2)
    store.drop([Stale("story:0")], time.monotonic())
    monkeypatch.setattr("newsroom.pagecache.store.GRACE", 0)
    monkeypatch.setattr("newsroom.pagecache.store.REMEMBERED", 0)
    store.drop([Stale("story:1")], time.monotonic())
    assert (len(store._stale), len(store._dropped)) == (1, 1)


def test_variants_push_out_older_pages():
    store = filled(Store(10**9), 3)
    store.room = store.used
    page = store.get(key(2))
    store.add_variant(key(2), page, "br", Variant([], b"y" * 500, '"e"', []), store.generation)
    assert store.get(key(0)) is None
    assert store.used <= store.room
