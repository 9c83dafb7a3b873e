"""Readers wait for no database, and what changed meanwhile is seen when it is back."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, connections
from django.utils import timezone

from newsroom.pagecache import feed
from newsroom.pagecache.models import Purge
from newsroom.pagecache.tags import Stale
from tests.platform.pagecache import site

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"


class AtOnce:
    """A thread that has run before it is started, in the test's own transaction."""

    def __init__(self, target, daemon):
        self.start = target


@pytest.fixture
def log(server, monkeypatch):
    """The log of purges of a server that has a page: `away` makes reading it fail; it counts the looks."""
    monkeypatch.setattr(feed, "Thread", AtOnce)
    server.get(KEPT)
    return Log(server.edge.feed, monkeypatch)


class Log:
    def __init__(self, followed, monkeypatch):
        self.feed, self.looks, self.away = followed, 0, False
        monkeypatch.setattr(Purge.objects, "filter", self.read)

    def read(self, **bounds):
        self.looks += 1
        if self.away:
            raise OperationalError("no connection")
        return Purge.objects.all().filter(**bounds)

    def look(self):
        """Let the quarter of a second pass."""
        self.feed._look_at = 0
        self.feed.follow()


def test_pages_are_served_while_the_database_is_away(server, log, caplog):
    log.away = True
    log.look()
    assert server.get(KEPT).status == 200
    assert "can't be read" in caplog.text
    log.away = False
    Purge.objects.create(tag="story:1")
    log.look()
    server.get(KEPT)
    assert len(server.renderings) == 2


def test_a_database_that_is_away_is_not_looked_for_by_every_reader(server, log):
    """Each look may take seconds, and the counter says that there is something to see."""
    log.away = True
    log.look()
    server.edge.feed.counter.touch()
    server.edge.feed.next_due = 0
    for _reader in range(50):
        assert server.get(KEPT).status == 200
    assert log.looks == 1


def test_a_change_whose_reading_failed_is_seen_at_the_next_look(server, log):
    log.away = True
    Purge.objects.create(tag="story:1")
    server.edge.feed.counter.touch()
    log.look()
    log.away = False
    log.look()
    server.get(KEPT)
    assert len(server.renderings) == 2


def test_no_reader_waits_for_a_look_that_takes_long(server, log, monkeypatch):
    monkeypatch.setattr(feed, "PATIENCE", 0.05)
    followed = server.edge.feed
    followed._look_at = 0
    with followed._lock:  # as whoever looks holds it
        begin = time.monotonic()
        for _reader in range(20):
            assert server.get(KEPT).status == 200
        assert time.monotonic() - begin < 0.5
    log.look()
    assert not followed._is_away


def test_what_was_due_is_due_again_when_the_clock_was_set_back(server):
    soon = timezone.now() + timedelta(hours=1)

    def due(since, until):
        return [Stale("story:1")] if since < soon <= until else [], soon if until < soon else None

    followed = server.edge.feed
    followed.due = due
    followed._followed = soon + timedelta(seconds=1)  # when the clock was wrong, it had been seen already
    server.get(KEPT)
    assert followed.next_due == soon.timestamp()


@pytest.mark.django_db(transaction=True)
def test_a_reader_leaves_no_connection_behind(server, settings, monkeypatch):
    """What fills the slots reads the database outside of Django's request, and the threads of a server end."""
    monkeypatch.setitem(connections.databases["default"], "CONN_MAX_AGE", 0)  # as on PostgreSQL, whose pool lends them
    settings.SLOTS = {"consent": f"{__name__}.from_database"}
    server.get(KEPT)
    left = []

    def read():
        assert server.get(KEPT, accept_encoding="br").status == 200
        left.append(connection.connection)
        connections.close_all()

    reader = threading.Thread(target=read)
    reader.start()
    reader.join()
    assert left == [None]
    assert len(server.renderings) == 1
    assert site.TEXT["now"] == "first"


def from_database(request):
    return str(Purge.objects.count())


def test_a_thread_that_can_not_be_had_is_asked_for_again(server, monkeypatch):
    class NoThread:
        def __init__(self, **_options):
            pass

        def start(self):
            raise RuntimeError("can't start new thread")

    server.get(KEPT)
    server.edge.feed._is_away = True
    with monkeypatch.context() as patch:
        patch.setattr(feed, "Thread", NoThread)
        server.edge.feed._look_at = 0
        assert server.get(KEPT).status == 200
    assert not server.edge.feed._lock.locked()
