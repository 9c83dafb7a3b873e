"""However many ask at once, a page is rendered once."""

import threading
import time

import pytest
from django.db import connections

from newsroom.pagecache.flights import Flights

KEPT = "/en/kept/"
READERS = 40


def at_once(number, work):
    """Run `work` in so many threads at the same time; return what came of it, exceptions too."""
    found, start = [], threading.Barrier(number)

    def run():
        start.wait()
        try:
            found.append(work())
        except Exception as problem:
            found.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _number in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.django_db(transaction=True)
def test_forty_readers_cost_one_rendering(server):
    render = server.django

    def slow(environ, start_response):
        time.sleep(0.2)
        return render(environ, start_response)

    server.django = slow
    pages = at_once(READERS, lambda: server.get(KEPT).text)
    assert (len(server.renderings), len(set(pages)), len(pages)) == (1, 1, READERS)


@pytest.fixture
def rendering(server):
    """Begin the rendering of the page for a first reader, which takes a while; return when it has begun."""
    render, began = server.django, threading.Event()

    def slow(environ, start_response):
        began.set()
        time.sleep(0.2)
        return render(environ, start_response)

    def begin():
        server.django = slow
        reader = threading.Thread(target=lambda: (server.get(KEPT), connections.close_all()))
        reader.start()
        began.wait()
        return reader

    return begin


@pytest.mark.django_db(transaction=True)
def test_readers_get_the_page_of_a_moment_ago_while_the_new_one_is_made(server, rewrite, rendering):
    server.get(KEPT)
    rewrite("second")
    first = rendering()
    assert "first" in server.get(KEPT).text
    first.join()
    assert "second" in server.get(KEPT).text
    assert len(server.renderings) == 2


@pytest.mark.django_db(transaction=True)
def test_after_a_pause_nobody_gets_a_page_that_changed_at_its_beginning(server, rewrite, rendering):
    """Who has had no readers for an hour learns only from the next one what changed in it."""
    server.get(KEPT)
    rewrite("second")
    server.edge.feed._looked -= 3600
    first = rendering()
    assert "second" in server.get(KEPT).text
    first.join()
    assert len(server.renderings) == 2


def test_if_the_one_who_makes_it_fails_the_next_makes_it():
    flights, tries = Flights(), []

    def make():
        tries.append(threading.current_thread())
        time.sleep(0.05)
        if len(tries) == 1:
            raise RuntimeError("broken")
        return "page"

    found = at_once(10, lambda: flights.share("key", make, lambda: None))
    assert sorted(map(str, found)) == ["broken", *["page"] * 9]
    assert len(tries) == 2
    assert not flights._flights


def test_nobody_waits_for_ever(monkeypatch):
    monkeypatch.setattr("newsroom.pagecache.flights.PATIENCE", 0.05)
    flights, slow = Flights(), threading.Event()
    first = threading.Thread(target=lambda: flights.share("key", lambda: slow.wait(5), lambda: None))
    first.start()
    time.sleep(0.02)
    assert flights.share("key", lambda: "mine", lambda: None) == "mine"
    slow.set()
    first.join()
