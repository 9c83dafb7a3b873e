"""Readings are counted by page and hour, and nothing is kept about whoever reads."""

import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connections
from django.utils import timezone

from newsroom.pagecache import readings
from newsroom.pagecache.mark import new_mark
from newsroom.pagecache.models import HourOfReadings
from newsroom.pagecache.readings import Readings, add_to_hours, hour_of, most_read
from tests.edge import ask
from tests.platform.pagecache.test_many_at_once import at_once

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"
NAME = "stories:en:1"
CRAWLER = "Googlebot/2.1 (+http://www.google.com/bot.html)"
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def counted(server):
    server.edge.readings.write()
    return {row.name: row.count for row in HourOfReadings.objects.all()}


def test_every_reading_is_counted_whether_the_page_was_kept_or_made_for_it(server):
    for _reader in range(3):
        server.get(KEPT)
    assert counted(server) == {NAME: 3}
    server.get(KEPT)
    assert counted(server) == {NAME: 4}


def test_a_reader_who_has_the_page_already_reads_it_again(server):
    etag = server.get(KEPT).headers["ETag"]
    assert server.get(KEPT, if_none_match=etag).status == 304
    assert counted(server) == {NAME: 2}


def test_a_page_without_slots_is_counted_too(server):
    server.get("/without-slots/")
    assert counted(server) == {"stories:en:3": 1}


def test_who_does_not_read_is_not_counted(server, settings):
    server.get(KEPT, "HEAD")
    server.get(KEPT, "POST")
    server.get(KEPT, user_agent=CRAWLER)
    server.get(KEPT, cookie=f"{settings.PAGECACHE_MARK}={new_mark()}")
    assert counted(server) == {}


def test_what_is_no_page_is_not_counted(server):
    server.get("/missing/")
    server.get("/plain/")
    assert counted(server) == {}


def test_a_page_without_a_name_is_not_counted(server):
    server.get("/private/")
    server.get("/untagged/")
    assert counted(server) == {}


def test_a_name_is_said_to_nobody_where_no_page_is_made_to_be_kept(server):
    assert ask(server.django, KEPT).status == 200
    assert counted(server) == {}


def test_nothing_is_kept_of_a_reader(server):
    server.get(KEPT, cookie="name=Nina", referer="https://search.example/", x_forwarded_for="203.0.113.9")
    assert list(server.edge.readings._queue) == [NAME]
    assert {field.name for field in HourOfReadings._meta.get_fields()} == {"id", "hour", "name", "count"}


def test_readings_are_added_to_those_of_other_processes_and_of_the_hour():
    add_to_hours({(NOON, "a"): 2, (NOON, "b"): 1})
    add_to_hours({(NOON, "a"): 3, (NOON + timedelta(hours=1), "a"): 5})
    rows = HourOfReadings.objects.values_list("hour", "name", "count")
    assert set(rows) == {(NOON, "a", 5), (NOON, "b", 1), (NOON + timedelta(hours=1), "a", 5)}


@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_when_processes_write_at_once():
    names = [f"stories:en:{number}" for number in range(8)]

    def process():
        mine = Readings()
        for name in names:
            mine.add(name)
        mine.write()

    assert at_once(6, process) == [None] * 6
    assert set(HourOfReadings.objects.values_list("name", "count")) == {(name, 6) for name in names}


def test_no_reading_is_lost_among_threads():
    mine = Readings()
    mine._write_at = float("inf")
    at_once(8, lambda: [mine.add("a") for _number in range(5000)])
    assert len(mine._queue) == 40_000


def test_readings_older_than_sixty_days_are_forgotten():
    now = timezone.now()
    for days in (59, 61):
        HourOfReadings.objects.create(hour=now - timedelta(days=days), name=f"{days} days", count=1)
    add_to_hours({(hour_of(now), "today"): 1})
    assert set(HourOfReadings.objects.values_list("name", flat=True)) == {"59 days", "today"}


def test_what_the_database_refuses_is_written_down_the_next_time(server, monkeypatch, caplog):
    def away(*args):
        raise DatabaseError("no connection")

    server.get(KEPT)
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(readings, "add_to_hours", away)
        server.edge.readings.write()
    assert "written down later" in caplog.text
    server.get(KEPT)
    assert counted(server) == {NAME: 2}


@pytest.mark.django_db(transaction=True)
def test_the_reading_that_comes_after_ten_seconds_has_them_written_down_and_waits_for_nothing():
    mine = Readings()
    mine.add(NAME)
    mine._write_at = 0
    with connections["default"].cursor():
        mine.add(NAME)
    for thread in threading.enumerate():
        if thread.name == "readings":
            thread.join()
    assert HourOfReadings.objects.get().count == 2


def test_no_thread_to_be_had_is_no_reader_s_trouble(monkeypatch):
    def start(thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    mine = Readings()
    mine._write_at = 0
    mine.add(NAME)
    assert len(mine._queue) == 1


def test_the_most_read_are_those_of_the_last_hours_and_of_one_beginning():
    now = hour_of(timezone.now())
    counts = {
        (now, "stories:en:1"): 3,
        (now - timedelta(hours=20), "stories:en:1"): 3,
        (now, "stories:en:2"): 5,
        (now, "stories:en:3"): 1,
        (now - timedelta(hours=25), "stories:en:3"): 90,
        (now, "stories:uk:4"): 90,
    }
    add_to_hours(counts)
    day = timedelta(hours=24)
    assert most_read("stories:en:", day, 9) == ["stories:en:1", "stories:en:2", "stories:en:3"]
    assert most_read("stories:en:", day, 1) == ["stories:en:1"]
