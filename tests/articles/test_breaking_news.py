"""Breaking news: one story above every page of its language, for a while."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.publishing import announce, publish, stop_announcing, withdraw
from tests.builders import a_text, an_article, an_edition, published

pytestmark = pytest.mark.django_db
BAND = '<aside class="breaking"'


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def stories(commit):
    """A story to announce, and another to read."""
    with commit():
        return an_edition(a_text(), headline_uk="Вибух"), an_edition(a_text(), headline_uk="Інша")


def test_a_story_announced_stands_above_every_page_but_its_own(edge, stories, commit):
    story, other = stories
    assert BAND not in edge.get("/uk/").text
    with commit():
        announce(story)
    for address in ("/uk/", other.get_absolute_url()):
        page = edge.get(address).text
        assert BAND in page
        assert page.index(BAND) < page.index("<main")
        assert "Вибух" in page[page.index(BAND) : page.index("</aside>")]
    assert BAND not in edge.get(story.get_absolute_url()).text


def test_other_languages_hear_nothing_of_it(edge, stories, commit):
    with commit():
        an_edition(a_text(en="<p>One.</p>"), language="en", headline_en="One")
        announce(stories[0])
    assert BAND not in edge.get("/en/").text


def test_of_two_the_one_published_last_is_shown(edge, stories, commit):
    with commit():
        older = published(an_article(a_text(), headline_uk="Давня"), at=timezone.now() - timedelta(hours=2))
        announce(stories[0])
        announce(older)
    page = edge.get("/uk/").text
    assert "Вибух" in page[page.index(BAND) : page.index("</aside>")]
    assert page.count(BAND) == 1


@pytest.mark.parametrize("end", [stop_announcing, lambda story: withdraw(story, None)])
def test_it_ends_when_somebody_ends_it(edge, stories, commit, end):
    with commit():
        announce(stories[0])
    assert BAND in edge.get("/uk/").text
    with commit():
        end(stories[0])
    assert BAND not in edge.get("/uk/").text


def test_it_ends_by_itself_at_its_moment(edge, stories, commit):
    moment = timezone.now() + timedelta(seconds=2)
    with commit():
        announce(stories[0], until=moment)
    assert BAND in edge.get("/uk/").text
    time.sleep(max(0, (moment - timezone.now()).total_seconds()) + 0.05)
    edge.edge.feed._look_at = 0
    assert BAND not in edge.get("/uk/").text


def test_a_new_headline_is_in_the_band_at_once(edge, stories, commit):
    with commit():
        announce(stories[0])
    edge.get("/uk/")
    article = stories[0].article
    with commit():
        article.headline_uk = "Вибух у порту"
        article.save()
        publish(stories[0], None)
    page = edge.get("/uk/").text
    assert "Вибух у порту" in page[page.index(BAND) : page.index("</aside>")]


def test_what_is_not_public_can_not_be_announced(stories, commit):
    withdraw(stories[0], None)
    announce(stories[0])
    stories[0].refresh_from_db()
    assert not stories[0].is_breaking


def test_what_came_back_after_a_withdrawal_is_not_announced_again(stories):
    announce(stories[0])
    withdraw(stories[0], None)
    publish(stories[0], None)
    stories[0].refresh_from_db()
    assert not stories[0].is_breaking
