"""A change reaches the shared cache after its commit, and again; what does not arrive is a row until it does."""

import json
import logging
import subprocess
import sys
import time

import pytest
from django.conf import settings as site_settings
from django.db import DatabaseError, transaction

from newsroom.pagecache.models import Errand, Purge
from newsroom.pagecache.outbound import cloudflare, courier
from newsroom.pagecache.outbound.caches import caches
from newsroom.pagecache.outbound.courier import Courier, tell
from newsroom.pagecache.purging import purge, purge_everything
from tests.couriers import arrived, wait_until

STORY = "all:story all:story:1 story:1"
TOKEN = {"zone": "0123456789abcdef0123456789abcdef", "token": "secret"}


def test_the_cache_is_told_after_everybody_here_can_know_and_again_after_a_second(cdn, listener):
    server = cdn("varnish", listener.url)
    listener.seen = lambda: (Purge.objects.filter(tag="story:1").exists(), server.edge.feed.counter.read(), time.time())
    before = server.edge.feed.counter.read()
    with transaction.atomic():
        purge("story:1")
        time.sleep(0.1)
        assert not listener.requests
    arrived()
    assert [(each.method, each.headers["xkey"]) for each in listener.requests] == [("PURGE", STORY)] * 2
    assert all(visible and number != before for visible, number, _at in listener.seen_then)
    assert listener.seen_then[1][2] - listener.seen_then[0][2] > 0.9


def test_nobody_is_told_what_was_rolled_back(cdn, listener):
    cdn("varnish", listener.url)
    with pytest.raises(RuntimeError), transaction.atomic():
        purge("story:1")
        raise RuntimeError
    assert not Errand.objects.exists()
    assert not courier._couriers


def test_nobody_is_told_by_default(cdn):
    cdn("")
    purge("story:1")
    assert not Errand.objects.exists()


def test_every_varnish_is_told(cdn, listener, soon):
    cdn("varnish", listener.url, f"{listener.url}/second")
    purge("story:1")
    arrived()
    assert sorted(each.path for each in listener.requests) == ["/", "/", "/second", "/second"]


def test_what_is_to_be_told_at_the_same_time_is_told_at_once(cdn, listener, soon):
    cdn("varnish", listener.url)
    with transaction.atomic():
        for number in range(200):
            purge(f"story:{number}")
    arrived()
    told = [each.headers["xkey"].split() for each in listener.requests]
    assert {name for names in told for name in names} >= {f"story:{number}" for number in range(200)}
    assert max(map(len, told)) <= 300
    assert len(told) < 100


def test_an_editor_does_not_wait_for_a_cache_that_hangs(cdn, listener, soon):
    cdn("varnish", listener.url)
    listener.seen = lambda: time.sleep(0.5)
    began = time.monotonic()
    purge("story:1")
    assert time.monotonic() - began < 0.4
    arrived()


def test_cloudflare_is_told_by_its_api(cdn, listener, soon, monkeypatch):
    monkeypatch.setattr(cloudflare, "API", listener.url)
    cdn("cloudflare", **TOKEN)
    purge(*[f"story:{number}" for number in range(100)])
    arrived()
    first = listener.requests[0]
    assert (first.method, first.path) == ("POST", f"/zones/{TOKEN['zone']}/purge_cache")
    assert (first.headers["Authorization"], first.headers["Content-Type"]) == ("Bearer secret", "application/json")
    sizes = [len(json.loads(each.body)["tags"]) for each in listener.requests]
    assert sizes == [100, 100, 1] * 2
    assert json.loads(first.body).keys() == {"tags"}


def test_everything_is_one_name(cdn, listener, soon):
    cdn("varnish", listener.url)
    purge_everything()
    arrived()
    assert {each.headers["xkey"] for each in listener.requests} == {"all"}


def test_what_fails_is_tried_again(cdn, listener, soon, caplog):
    cdn("varnish", listener.url)
    listener.answer = 503, b"No room"
    purge("story:1")
    wait_until(lambda: Errand.objects.filter(tries=2).exists())
    row = Errand.objects.get()
    assert (row.cache, row.names, row.status, row.reason) == (f"Varnish {listener.url}", STORY, 503, "No room")
    listener.answer = 200, b""
    arrived()
    assert "503: No room" in caplog.text


def test_what_failed_again_and_again_stays_until_the_cache_answers(cdn, listener, soon, caplog, settings):
    cdn("varnish")
    with caplog.at_level(logging.ERROR):
        purge("story:1")
        wait_until(lambda: Errand.objects.filter(tries=5).exists())
        wait_until(lambda: STORY in caplog.text)
    row = Errand.objects.get()
    assert (row.status, row.reason) == (None, "[Errno 111] Connection refused")
    settings.SHARED_CACHE_ADDRESSES = [listener.url]
    Errand.objects.update(cache=f"Varnish {listener.url}", since=row.since - courier.ABANDONED)
    purge("story:2")
    arrived()
    assert listener.requests[-1].headers["xkey"] == STORY


def test_a_cache_that_says_no_is_quoted(cdn, listener):
    cdn("varnish", listener.url)
    listener.answer = 405, b"<p>" + b"x" * 5000
    errand = Errand.objects.create(cache=f"Varnish {listener.url}", names="all")
    assert not tell(caches()[0], [errand])
    errand.refresh_from_db()
    assert (errand.status, len(errand.reason)) == (405, 200)


def test_a_courier_goes_on_when_the_database_is_away(cdn, listener, soon, monkeypatch, caplog):
    cdn("varnish", listener.url)
    with monkeypatch.context() as patch:

        def away(errands):
            raise DatabaseError("no connection")

        patch.setattr(courier, "keep", away)
        purge("story:1")
        wait_until(lambda: "written down" in caplog.text)
    arrived()
    assert listener.requests


ENDS = """
import django; django.setup()
from newsroom.pagecache.purging import purge
purge("story:1")
"""


def test_a_command_that_ends_at_once_has_told_the_cache(cdn, listener, tmp_path):
    environment = {
        "DJANGO_SETTINGS_MODULE": "tests.platform.settings",
        "NEWSROOM_DATA": str(tmp_path),
        "PATH": "/usr/bin",
    }
    cache = {"SHARED_CACHE": "varnish", "SHARED_CACHE_ADDRESSES": listener.url}
    for command in (["manage.py", "migrate", "--verbosity=0"], ["-c", ENDS]):
        listener.requests.clear()
        subprocess.run([sys.executable, *command], env=environment | cache, cwd=site_settings.BASE_DIR, check=True)
    assert [each.headers["xkey"] for each in listener.requests] == [STORY] * 2


def test_a_courier_owes_until_the_second_time(cdn, listener, soon):
    cdn("varnish", listener.url)
    one = Courier(caches()[0])
    one.take(Errand.objects.create(cache=str(one.cache), names="all"))
    assert one.is_owing()
    wait_until(lambda: not one.is_owing())
    assert len(listener.requests) == 2
