"""The desk's page on finished pages: what is kept and read, what changed, and a button that forgets all of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Speaker
from articles.publishing import publish, withdraw
from articles.shown import counted_as
from newsroom.pagecache import process
from newsroom.pagecache.models import Purge
from newsroom.pagecache.purging import purge
from newsroom.pagecache.readings import add_to_hours, hour_of
from newsroom.pagecache.tags import EVERYTHING
from tests.builders import a_speaker, a_text, an_article, an_edition
from tests.people import hire

pytestmark = pytest.mark.django_db
PAGE = "/admin/pagecache/finishedpages/"


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


@pytest.fixture
def server(edge, monkeypatch):
    """The server process that answers."""
    monkeypatch.setattr(process, "_kept", [edge.edge])
    return edge


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            return change()

    return run


def test_it_says_what_this_process_keeps_and_that_it_knows_only_itself(desk, server):
    address = an_edition(a_text()).get_absolute_url()
    for _reader in range(4):
        server.get(address)
    html = desk.get(PAGE).text
    assert "Pages it keeps: 1, in 0.0 of 64 MB." in html
    assert ": 4; ready before they were asked for: 75 %." in html
    assert "knows only itself" in html


def test_a_process_without_readers_says_so(desk, monkeypatch):
    monkeypatch.setattr(process, "_kept", [])
    assert "It keeps no pages" in desk.get(PAGE).text


def test_it_says_what_happens_next_by_the_clock(desk, server, commit):
    soon, later = timezone.now() + timedelta(hours=2), timezone.now() + timedelta(hours=5)
    live = an_edition(a_text(), headline_uk="Повінь")
    assert "Nothing is set to change by the clock." in desk.get(PAGE).text
    commit(lambda: withdraw(live, None, at=later))
    assert "“Повінь (uk)” comes off the site" in desk.get(PAGE).text
    planned = an_article(a_text(), headline_uk="Пором")
    commit(lambda: publish(planned.editions.get(), None, at=soon))
    html = desk.get(PAGE).text
    assert "“Пором (uk)” goes live" in html
    assert "Повінь (uk)” comes off" not in html


def test_it_says_what_changed_in_words_and_each_thing_once(desk, server, commit):
    story = an_edition(a_text(), headline_uk="Повінь")
    speaker = a_speaker(uk="Ада Лозова")
    Purge.objects.all().delete()
    parts = ("headline", "slug", "text")
    purge(*(f"edition:{story.pk}:{part}" for part in parts), f"story:{story.article_id}:there:uk")
    purge(f"speaker:{speaker.pk}:name:uk", "speaker:999999999999999999999:name:uk", "topic:77:name:uk", "topic:x")
    purge("stories:uk", "menu:uk", EVERYTHING, "slots", "policy", "address:/uk/misto/")
    found = [what for _when, what in desk.get(PAGE).context["purges"]]
    assert sorted(found) == sorted(
        [
            "Edition · Повінь (uk)",
            "Article · Повінь",
            "Speaker · Ада Лозова",
            "Speaker · 999999999999999999999",
            "Topic · 77",
            "Topic · x",
            "lists and menus",
            "all pages",
            "what readers are asked and offered",
            "/uk/misto/",
        ]
    )


def test_it_says_how_much_was_read_in_each_hour_of_today(desk, server):
    story, now = an_edition(a_text()), hour_of(timezone.now())
    add_to_hours(
        {(now, counted_as(story)): 1000, (now, "stories:en:1"): 234, (now - timedelta(days=1), "stories:en:1"): 9}
    )
    hours = desk.get(PAGE).context["hours"]
    assert hours == [(f"{timezone.localtime(now):%H:%M}", "1,234")]


def test_the_button_forgets_every_page_and_says_so(desk, server, commit):
    address = an_edition(a_text()).get_absolute_url()
    server.get(address)
    response = commit(lambda: desk.post(f"{PAGE}forget/", follow=True))
    assert "All pages are forgotten, by every server process." in response.text
    server.renderings.clear()
    server.get(address)
    assert server.renderings == [address]


def test_what_was_changed_by_nobody_we_know_is_seen_after_the_button(desk, server, commit):
    a_speaker()
    Speaker.objects.without_purging().update(name_uk="Ада Нова")
    assert not Purge.objects.filter(tag=EVERYTHING).exists()
    commit(lambda: desk.post(f"{PAGE}forget/"))
    assert Purge.objects.filter(tag=EVERYTHING).exists()


def test_the_button_is_pressed_not_followed(desk, server):
    assert desk.get(f"{PAGE}forget/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies
    assert strict.post(f"{PAGE}forget/").status_code == 403


def test_rows_of_the_log_have_no_page(desk, server):
    purge("stories:uk")
    for page in ("add/", f"{Purge.objects.first().pk}/change/", f"{Purge.objects.first().pk}/delete/"):
        assert desk.get(f"{PAGE}{page}").status_code == 404


@pytest.mark.parametrize(("role", "status"), [("admin", 200), ("publisher", 200), ("editor", 403), ("author", 403)])
def test_administrators_and_publishers_alone_see_it_and_find_it_in_the_library(client, server, role, status):
    client.force_login(hire("lev", "Lev", "en", (role, "")))
    assert client.get(PAGE).status_code == status
    assert client.post(f"{PAGE}forget/").status_code == {200: 302, 403: 403}[status]
    assert (f'href="{PAGE}"' in client.get("/admin/").text) == (status == 200)
