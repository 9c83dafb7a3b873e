"""What changed is rendered anew at its next reading, and nothing else is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from newsroom.pagecache import feed, purging
from newsroom.pagecache.models import Purge
from newsroom.pagecache.purging import announce, purge, purge_everything
from newsroom.pagecache.tags import SLOTS, Span, Stale, recording, show
from tests.edge import Server
from tests.platform.pagecache import site

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"


def test_a_change_is_seen_by_the_next_reader(server, rewrite):
    assert "first" in server.get(KEPT).text
    rewrite("second")
    assert "second" in server.get(KEPT).text
    assert len(server.renderings) == 2


def test_a_change_of_something_else_leaves_a_page_alone(server, say):
    server.get(KEPT)
    say("story:2", "story:12", "story")
    server.get(KEPT)
    assert len(server.renderings) == 1


def test_what_was_rolled_back_never_happened(server):
    server.get(KEPT)
    with pytest.raises(RuntimeError), transaction.atomic():
        purge("story:1")
        raise RuntimeError
    server.get(KEPT)
    assert len(server.renderings) == 1
    assert not Purge.objects.filter(tag="story:1").exists()


def test_a_change_during_a_rendering_is_in_the_page(server, rewrite, monkeypatch):
    """The rendering began before the commit and ended after it: what it made is not kept."""
    render = server.django

    def slow(environ, start_response):
        response = render(environ, start_response)
        if len(server.renderings) == 1:
            rewrite("second")
        return response

    server.django = slow
    assert "second" in server.get(KEPT).text
    assert "second" in server.get(KEPT).text
    assert len(server.renderings) == 2


def test_a_page_that_changes_again_and_again_is_given_but_not_kept(server, rewrite):
    render = server.django

    def restless(environ, start_response):
        rewrite(f"version {len(server.renderings)}")
        response = render(environ, start_response)
        rewrite("later")
        return response

    server.django = restless
    assert "version 3" in server.get(KEPT).text
    assert len(server.edge.store) == 0


def test_what_fills_the_slots_is_made_anew_without_the_page(server, say, settings):
    settings.SLOTS = {"consent": f"{__name__}.greet"}
    GREETING["now"] = "Good morning"
    assert "Good morning" in server.get(KEPT).text
    GREETING["now"] = "Good evening"
    assert "Good morning" in server.get(KEPT).text
    say(SLOTS)
    assert "Good evening" in server.get(KEPT).text
    assert len(server.renderings) == 1


GREETING = {}


def greet(request):
    return GREETING["now"]


def test_everything_can_be_dropped_at_once(server, django_capture_on_commit_callbacks):
    server.get(KEPT)
    with django_capture_on_commit_callbacks(execute=True):
        purge_everything()
    server.get(KEPT)
    assert len(server.renderings) == 2


def test_a_list_is_stale_only_where_the_row_stands(server, say):
    pages = {"new": Span(at(10), None), "old": Span(at(5), at(10)), "oldest": Span(None, at(5))}

    def stale(moment):
        for name, span in pages.items():
            keep(server, name, span)
        say(Stale("stories", moment))
        server.edge.feed.follow()
        return {name for name in pages if server.edge.store.get(name) is None}

    assert stale(at(12)) == {"new"}
    assert stale(at(10)) == {"new", "old"}
    assert stale(at(7)) == {"old"}
    assert stale(at(1)) == {"oldest"}
    assert stale(None) == set(pages)


def at(hour):
    return datetime(2026, 11, 26, hour, tzinfo=UTC)


def keep(server, key, span):
    server.get(KEPT)
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    server.edge.store.put(key, type(page)("200 OK", [], b"", {"stories": span}, page.until, None), float("inf"))


def test_two_parts_of_a_list_on_one_page_are_joined():
    with recording() as tags:
        show("stories", span=Span(at(5), at(7)))
        show("stories", span=Span(at(6), at(9)))
        show("voices", span=Span(at(5), None))
        show("voices", span=Span(None, at(4)))
    assert tags == {"stories": Span(at(5), at(9)), "voices": Span(None, None)}


def test_outside_of_a_rendering_nothing_is_noted():
    show("story:1")
    with recording() as tags:
        pass
    assert not tags


def test_the_log_is_written_with_the_change_and_pruned_after_an_hour(django_capture_on_commit_callbacks):
    Purge.objects.all().delete()
    Purge.objects.create(tag="old", at=timezone.now() - timedelta(minutes=61))
    Purge.objects.create(tag="not so old", at=timezone.now() - timedelta(minutes=59))
    with django_capture_on_commit_callbacks(execute=True):
        purge("story:1", Stale("stories", at(5)), "story:1")
        assert Purge.objects.filter(tag="story:1").exists()
    assert {(row.tag, row.moment) for row in Purge.objects.all()} == {
        ("not so old", None),
        ("story:1", None),
        ("stories", at(5)),
    }


def test_a_transaction_that_took_long_writes_its_rows_again():
    """Others look for rows of the last minute; the commit of these may come after it."""
    began = timezone.now() - purging.LONG - timedelta(seconds=1)
    rows = [Purge.objects.create(tag="story:1", at=began)]
    announce(rows)
    assert Purge.objects.filter(tag="story:1", at__gt=began).count() == 1


def test_rows_are_found_in_whatever_order_they_become_visible(server):
    """A row with a smaller number may be committed after one with a greater."""
    server.get(KEPT)
    late = Purge.objects.create(tag="story:2")
    Purge.objects.filter(pk=late.pk).update(id=late.pk + 100)
    look_again(server)
    Purge.objects.create(pk=late.pk + 50, tag="story:1")
    look_again(server)
    server.get(KEPT)
    assert len(server.renderings) == 2


def look_again(server):
    server.edge.feed._look_at = 0
    server.edge.feed.follow()


def test_whoever_was_away_for_longer_than_the_log_is_read_forgets_everything(server):
    server.get(KEPT)
    server.edge.feed._followed -= timedelta(seconds=feed.WINDOW + 1)
    look_again(server)
    server.get(KEPT)
    assert len(server.renderings) == 2


def test_what_becomes_due_changes_without_a_word_from_anybody(server):
    moment = timezone.now() + timedelta(seconds=0.4)

    def due(since, until):
        return [Stale("story:1")] if since < moment <= until else [], moment if until < moment else None

    server.edge.feed.due = due
    server.get(KEPT)
    site.TEXT["now"] = "second"
    try:
        while timezone.now() < moment:
            text = server.get(KEPT).text
            assert "first" in text or timezone.now() >= moment
        assert "second" in server.get(KEPT).text
        assert len(server.renderings) == 2
    finally:
        site.TEXT["now"] = "first"


def test_a_page_ends_with_its_day(server):
    server.get(KEPT)
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    end = timezone.localtime(datetime.fromtimestamp(page.until, UTC))
    assert (end.hour, end.minute) == (0, 0)
    assert end.date() == timezone.localdate() + timedelta(days=1)
    page.until = 0
    server.get(KEPT)
    assert len(server.renderings) == 2


def test_a_page_that_is_rendered_across_midnight_ends_with_the_day_it_began(server, monkeypatch):
    today = timezone.localdate()
    days = iter([today])
    monkeypatch.setattr(timezone, "localdate", lambda *args: next(days, today + timedelta(days=1)))
    server.get(KEPT)
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    assert timezone.localtime(datetime.fromtimestamp(page.until, UTC)).date() == today + timedelta(days=1)


def test_more_changes_than_can_be_told_apart_drop_all_pages(server, monkeypatch):
    monkeypatch.setattr(feed, "MANY", 3)
    server.get(KEPT)
    Purge.objects.bulk_create(Purge(tag=f"other:{number}") for number in range(4))
    look_again(server)
    server.get(KEPT)
    assert len(server.renderings) == 2


def test_a_mistake_in_what_is_due_costs_time_and_no_truth(server, caplog):
    def mistaken(since, until):
        raise KeyError("mistake")

    server.get(KEPT)
    server.edge.feed.due = mistaken
    Purge.objects.create(tag="other")
    look_again(server)
    assert server.get(KEPT).status == 200
    assert len(server.renderings) == 2
    assert "no page is kept" in caplog.text


@pytest.mark.parametrize(
    ("said", "status"), [("https", 200), ("https,http", 200), ("http", 301), ("http, https", 301), (None, 301)]
)
def test_behind_a_proxy_the_scheme_is_what_django_takes_it_for(server, settings, said, status):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT = True
    server = Server()  # with these settings
    server.get(KEPT, x_forwarded_proto="https")
    assert server.get(KEPT, **({"x_forwarded_proto": said} if said else {})).status == status
