"""What comes and goes by the clock alone is seen at its moment, on every page that changes by it."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.publishing import publish, withdraw
from newsroom.pagecache.models import Errand
from tests.builders import a_category, a_text, an_article, an_edition, published
from tests.edge import Server

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def wait_for(server, moment):
    time.sleep(max(0, (moment - timezone.now()).total_seconds()) + 0.05)
    server.edge.feed._look_at = 0


@pytest.mark.parametrize("number", [1, 2])
def test_a_section_is_in_the_menu_from_its_first_stories_on_however_many_come_at_once(edge, commit, number):
    fresh = a_category(uk="Нова")
    with commit():
        old = an_edition(a_text(), category=a_category(uk="Стара"), at=timezone.now() - DAY)
        planned = [an_article(a_text(), category=fresh, headline_uk=f"Нове {each}") for each in range(number)]
        moment = timezone.now() + timedelta(seconds=2)
        for article in planned:
            published(article, at=moment)
    yesterday = f"/uk/archive/{timezone.localdate() - DAY:%Y/%m/%d}/"
    assert "Нова</a>" not in edge.get(old.get_absolute_url()).text
    assert 'rel="next"' not in edge.get(yesterday).text
    assert timezone.now() < moment
    wait_for(edge, moment)
    assert "Нова</a>" in edge.get(old.get_absolute_url()).text
    assert 'rel="next"' in edge.get(yesterday).text


def test_a_moment_that_passes_before_the_commit_is_not_lost(edge, commit):
    with commit():
        an_edition(a_text(), headline_uk="Стара")
        fresh = an_article(a_text(), headline_uk="Нова")
    assert "Нова" not in edge.get("/uk/").text
    with commit():
        moment = timezone.now() + timedelta(seconds=1)
        published(fresh, at=moment)
        wait_for(edge, moment)
        # Meanwhile the process looked into the log, where the open transaction could not be seen.
        edge.edge.feed._followed = timezone.now()
    assert "Нова" in edge.get("/uk/").text


@pytest.mark.parametrize("verb", [publish, withdraw])
def test_what_comes_off_is_gone_though_somebody_publishes_before_the_moment_is_looked_for(edge, commit, verb):
    with commit():
        moment = timezone.now() + timedelta(seconds=2)
        over = published(an_article(a_text(), headline_uk="Коротка"), until=moment)
        other = an_edition(a_text(), headline_uk="Інша")
    assert edge.get(over.get_absolute_url()).status == 200
    assert "Коротка" in edge.get("/uk/").text
    time.sleep(max(0, (moment - timezone.now()).total_seconds()))
    with commit():
        verb(other, None)
    assert edge.get(over.get_absolute_url()).status == 410
    assert "Коротка" not in edge.get("/uk/").text


@pytest.fixture
def varnish(edge, settings):
    """A server behind a Varnish that nobody tells anything: the tests look at what it was to be told."""
    settings.SHARED_CACHE, settings.SHARED_CACHE_ADDRESSES = "varnish", ["http://127.0.0.1:9"]
    return Server()


@pytest.mark.parametrize("what", ["goes live", "comes off"])
def test_a_shared_cache_is_told_of_a_moment_that_is_nearer_than_what_it_keeps(varnish, what):
    old = an_edition(a_text(), headline_uk="Стара")
    known_by = varnish.get("/uk/").headers["xkey"].split()
    Errand.objects.all().delete()
    soon = timezone.now() + timedelta(seconds=60)
    if what == "goes live":
        published(an_article(a_text(), headline_uk="Нова"), at=soon)
    else:
        old.withdraw_at = soon
        old.save()
    told = {name for errand in Errand.objects.all() for name in errand.names.split()}
    assert told & set(known_by)


def test_a_shared_cache_knows_a_page_by_what_stands_at_its_foot_too(varnish):
    old = an_edition(a_text(), headline_uk="Стара", at=timezone.now() - DAY)
    wrong = an_edition(a_text(), headline_uk="Помилка")
    answer = varnish.get(old.get_absolute_url())
    assert "Помилка" in answer.text
    assert f"edition:{wrong.pk}:headline" in answer.headers["xkey"].split()
