"""At the foot of pages: what came in last, and what was read most in the last 24 hours, of the page's language."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Change
from articles.publishing import publish, withdraw
from articles.shown import counted_as
from newsroom.pagecache.models import HourOfReadings
from newsroom.pagecache.readings import add_to_hours, hour_of
from tests.builders import a_category, a_text, an_article, an_edition, changed, published
from tests.edge import ask

pytestmark = pytest.mark.django_db
STRIP = re.compile(r'<section class="strip.*?</section>', re.DOTALL)
HEADLINE = re.compile(r'<h3 class="headline"><a href="([^"]+)">([^<]+)</a>')


def strips(html):
    """Return the headlines of the strips of a page."""
    found = {}
    for strip in STRIP.findall(html):
        name = "most read" if 'class="most-read"' in strip else "just in"
        found[name] = [text for _url, text in HEADLINE.findall(strip)]
    return found


def read(edition, times=1, ago=timedelta()):
    add_to_hours({(hour_of(timezone.now() - ago), counted_as(edition)): times})


@pytest.fixture
def category():
    return a_category()


@pytest.fixture
def stories(category):
    """Seven Ukrainian stories, the newest first; the oldest is read most."""
    found = []
    for number in range(7):
        moment = timezone.now() - timedelta(hours=number + 1)
        found.append(an_edition(a_text(), category=category, headline_uk=f"Подія {number}", at=moment))
        read(found[-1], number + 1)
    return found


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            change()

    return run


def page_of(server, edition):
    return strips(server.get(edition.get_absolute_url()).text)


def test_a_story_ends_with_what_came_in_last_but_itself_and_what_is_read_most(edge, stories):
    assert page_of(edge, stories[0]) == {
        "just in": [f"Подія {number}" for number in (1, 2, 3, 4, 5)],
        "most read": [f"Подія {number}" for number in (6, 5, 4, 3, 2)],
    }
    assert page_of(edge, stories[6])["just in"] == [f"Подія {number}" for number in (0, 1, 2, 3, 4)]


def test_the_front_page_ends_with_what_is_read_most(edge, stories):
    assert strips(edge.get("/uk/").text) == {"most read": [f"Подія {number}" for number in (6, 5, 4, 3, 2)]}


def test_a_story_that_is_back_is_read_most_at_once(edge, stories, commit):
    commit(lambda: withdraw(stories[6], None))
    assert "Подія 6" not in page_of(edge, stories[0])["most read"]
    commit(lambda: published(stories[6].article))
    assert "Подія 6" in page_of(edge, stories[0])["most read"]


def test_with_fewer_than_three_stories_read_nothing_is_said_to_be_read_most(edge, stories):
    HourOfReadings.objects.all().delete()
    read(stories[0])
    read(stories[1])
    assert set(page_of(edge, stories[0])) == {"just in"}


def test_what_was_read_longer_than_a_day_ago_does_not_count(edge, stories):
    HourOfReadings.objects.all().delete()
    for story in stories:
        read(story, 5, ago=timedelta(hours=25))
    assert set(page_of(edge, stories[0])) == {"just in"}


def test_a_paper_of_one_story_has_nothing_at_its_foot(edge):
    assert page_of(edge, an_edition(a_text())) == {}


def test_readings_of_a_story_count_and_those_of_other_pages_do_not(edge, stories):
    HourOfReadings.objects.all().delete()
    for story in stories[:3]:
        edge.get(story.get_absolute_url())
    edge.get("/uk/")
    edge.get(stories[0].category.get_absolute_url())
    edge.edge.readings.write()
    assert set(HourOfReadings.objects.values_list("name", "count")) == {(counted_as(each), 1) for each in stories[:3]}


def test_a_story_that_was_withdrawn_is_not_counted_any_more(edge, stories, commit):
    address = stories[0].get_absolute_url()
    HourOfReadings.objects.all().delete()
    commit(lambda: withdraw(stories[0], None))
    assert edge.get(address).status == 410
    edge.edge.readings.write()
    assert not HourOfReadings.objects.exists()


def test_a_page_of_one_language_shows_no_story_of_another(edge, category):
    texts = {"headline_uk": "Міст", "headline_en": "Bridge", "headline_pl": "Most"}
    for number in range(4):
        named = {field: f"{text} {number}" for field, text in texts.items()}
        text = a_text(en="<p>Yes.</p>", pl="<p>Tak.</p>")
        story = an_article(text, languages=("uk", "en", "pl"), category=category, **named)
        for code in ("uk", "en", "pl"):
            read(published(story, code), 100 if code == "uk" else 1)
    for code, word in (("uk", "Міст"), ("en", "Bridge"), ("pl", "Most")):
        edition = category.editions.filter(language=code).first()
        html = edge.get(edition.get_absolute_url()).text
        found = [each for strip in STRIP.findall(html) for each in HEADLINE.findall(strip)]
        assert len(found) == 3 + 4
        assert all(url.startswith(f"/{code}/") and text.startswith(word) for url, text in found)


def test_a_withdrawn_story_vanishes_from_every_foot_at_once_and_no_page_is_rendered_for_it(edge, stories, commit):
    page_of(edge, stories[0])
    page_of(edge, stories[1])
    commit(lambda: withdraw(stories[5], None))
    edge.renderings.clear()
    for story in stories[:2]:
        found = page_of(edge, story)
        assert "Подія 5" not in found["just in"]
        assert found["most read"] == [f"Подія {number}" for number in (6, 4, 3, 2, 1)]
    assert edge.renderings == []


def test_a_changed_headline_shows_at_every_foot_at_once(edge, stories, commit):
    page_of(edge, stories[0])
    article = changed(stories[3].article, headline_uk="Нова назва")
    commit(lambda: publish(article.editions.get(language="uk"), None, change=Change.MINOR))
    edge.renderings.clear()
    found = page_of(edge, stories[0])
    assert "Нова назва" in found["just in"]
    assert "Нова назва" in found["most read"]
    assert edge.renderings == []


def test_a_new_story_is_just_in_at_once(edge, stories, category, commit):
    page_of(edge, stories[0])
    commit(lambda: an_edition(a_text(), category=category, headline_uk="Нова", at=timezone.now()))
    edge.renderings.clear()
    assert page_of(edge, stories[0])["just in"][0] == "Нова"
    assert edge.renderings == []


def test_a_story_comes_and_goes_by_the_clock(edge, stories, category, commit):
    page_of(edge, stories[0])
    soon = timezone.now() + timedelta(seconds=2)
    planned = an_article(a_text(), category=category, headline_uk="Завтра")
    commit(lambda: publish(planned.editions.get(), None, at=soon))
    commit(lambda: withdraw(stories[6], None, at=soon))
    found = page_of(edge, stories[0])
    assert "Завтра" not in found["just in"]
    assert "Подія 6" in found["most read"]
    while timezone.now() < soon:
        pass
    found = page_of(edge, stories[0])
    assert found["just in"][0] == "Завтра"
    assert "Подія 6" not in found["most read"]


def test_who_reads_past_the_cache_sees_the_same(edge, stories):
    address = stories[0].get_absolute_url()
    assert strips(ask(edge.django, address).text) == strips(edge.get(address).text)
