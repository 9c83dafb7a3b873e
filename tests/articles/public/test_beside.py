"""What the pages of topics, sources and authors tell besides their stories: a feed, related topics, their years."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders import a_category, a_citation, a_source, a_topic, an_author, an_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridge():
    return a_topic("Міст")


def beside(nina, address):
    return nina.get(address).context["beside"]


def test_topics_that_stand_together_are_related_the_most_frequent_first(nina, bridge):
    category, river, port = a_category(), a_topic("Річка"), a_topic("Порт")
    an_edition(category=category, topics=[bridge, port])
    for _each in range(2):
        an_edition(category=category, topics=[bridge, river])
    an_edition(category=category, topics=[port, river])
    assert [str(topic.name_shown[0]) for topic in beside(nina, "/uk/topics/mist/").topics] == ["Річка", "Порт"]


@pytest.mark.parametrize("page", ["topics/mist", "sources/zhurnal", "authors/ada"])
def test_each_year_says_how_many_stories_it_has_and_leads_to_them(nina, bridge, page):
    category, author, source = a_category(), an_author("Ада"), a_source("Журнал")
    now = timezone.now()
    for days in (0, 1, 800):
        told = {"topics": [bridge], "authors": [author], "category": category}
        an_edition(a_citation(source), at=now - timedelta(days=days), **told)
    years = beside(nina, f"/uk/{page}/").years
    assert [each.year for each in years] == sorted({(now - timedelta(days=days)).year for days in (0, 1, 800)})[::-1]
    assert sum(each.number for each in years) == 3
    for each in years:
        assert nina.get(each.address).context["answer"].total == each.number


def test_where_there_are_more_than_are_looked_at_each_year_is_asked_for(nina, bridge, monkeypatch):
    for name in ("newsroom.search.backends.database.MOST", "articles.public.beside.MOST"):
        monkeypatch.setattr(name, 2)
    category = a_category()
    for days in (0, 1, 2, 800):
        an_edition(category=category, topics=[bridge], at=timezone.now() - timedelta(days=days))
    years = beside(nina, "/uk/topics/mist/").years
    assert [(each.number, each.is_capped) for each in years][-1] == (1, False)
    assert (2, True) in [(each.number, each.is_capped) for each in years]


@pytest.mark.parametrize("page", ["topics/mist", "sources/zhurnal", "authors/ada"])
def test_the_newest_stories_can_be_followed(nina, bridge, page):
    category, author, source = a_category(), an_author("Ада"), a_source("Журнал")
    for hours in (2, 1):
        told = {"topics": [bridge], "authors": [author], "category": category, "headline_uk": f"{hours} & <годин>"}
        an_edition(a_citation(source), at=timezone.now() - timedelta(hours=hours), **told)
    assert f'href="/uk/{page}/feed/"' in nina.get(f"/uk/{page}/").text
    feed = nina.get(f"/uk/{page}/feed/")
    assert feed.headers["Content-Type"].startswith("application/rss+xml")
    assert feed.text.index("1 &amp; &lt;годин&gt;") < feed.text.index("2 &amp; &lt;годин&gt;")


def test_a_feed_moves_with_what_it_is_about(nina, bridge):
    an_edition(topics=[bridge])
    bridge.slug_uk = "mosty"
    bridge.save()
    answer = nina.get("/uk/topics/mist/feed/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/uk/topics/mosty/feed/")


def test_what_nobody_wrote_of_has_no_feed(nina, bridge):
    assert nina.get("/uk/topics/mist/feed/").status_code == 404
