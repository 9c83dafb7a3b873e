"""Pages of many stories: categories, topics, sources, authors; page after page, newest first."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Author, Edition, Source, Speaker, Topic
from articles.publishing import withdraw
from tests.builders import a_category, a_citation, a_source, a_topic, an_article, an_author, an_edition, published

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def many(number, category, moment=None):
    return [an_edition(category=category, at=moment or NOW - timedelta(minutes=n + 1)) for n in range(number)]


def stories(reader, path):
    return reader.get(path).context["stories"]


def walk(reader, path):
    pages = []
    while path:
        context = reader.get(path).context
        pages.append(context["stories"])
        path = context["older_url"]
    return pages


def all_of(pages):
    return [story for page in pages for story in page]


def test_a_category_shows_its_stories_and_those_of_its_parts_newest_first(nina):
    world = a_category(uk="Світ")
    europe = a_category(uk="Європа", parent=world)
    older = an_edition(category=world, at=NOW - timedelta(hours=2))
    newer = an_edition(category=europe, at=NOW - timedelta(hours=1))
    an_edition(category=a_category(uk="Місто"))
    assert stories(nina, "/uk/svit/") == [newer, older]
    assert stories(nina, "/uk/yevropa/") == [newer]


def test_a_category_without_stories_says_so(nina):
    a_category(uk="Світ")
    assert stories(nina, "/uk/svit/") == []


@pytest.mark.parametrize("kind", ["topics", "sources", "authors"])
def test_what_is_listed_under_a_thing_is_on_its_page(nina, kind):
    source, author, topic = a_source(uk="Річка"), an_author(uk="Річка"), a_topic(uk="Річка")
    story = an_edition(a_citation(source), authors=[author], topics=[topic])
    an_edition()
    assert stories(nina, f"/uk/{kind}/richka/") == [story]


def test_older_pages_show_every_story_once(nina):
    city = a_category(uk="Місто")
    published = many(45, city)
    pages = walk(nina, "/uk/misto/")
    assert [len(page) for page in pages] == [20, 20, 5]
    assert all_of(pages) == published


def test_stories_of_one_moment_are_neither_lost_nor_repeated_between_pages(nina):
    city = a_category(uk="Місто")
    published = many(25, city, moment=NOW - timedelta(hours=1))
    assert all_of(walk(nina, "/uk/misto/")) == published[::-1]


def test_a_story_published_while_somebody_reads_moves_no_other_to_the_next_page(nina):
    city = a_category(uk="Місто")
    published = many(21, city)
    older = nina.get("/uk/misto/").context["older_url"]
    an_edition(category=city)
    assert stories(nina, older) == published[20:]


@pytest.mark.parametrize(
    "place",
    [
        "",
        "2",
        "yesterday_1",
        "2026-05-01T10:00:00.000000Z_",
        "2026-05-01T10:00:00.000000Z_x",
        "2026-13-41T10:00:00.000000Z_1",
        "2026-05-01T10:00:00Z_1",
        "2026-05-01T10:00:00.000000+03:00_1",
        "2026-05-01T10:00:00.000000Z_" + "9" * 30,
        "٢٠٢٦-05-01T10:00:00.000000Z_1",
        "0001-01-01T00:00:00.000000Z_1",
    ],
)
def test_a_place_that_no_page_leads_to_is_not_found(nina, place):
    many(1, a_category(uk="Місто"))
    assert nina.get("/uk/misto/", {"before": place}).status_code == 404


def test_what_readers_can_not_see_is_in_no_list(nina):
    city = a_category(uk="Місто")
    withdraw(an_edition(category=city), None)
    published(an_article(category=city), at=timezone.now() + timedelta(hours=1))
    an_article(category=city)
    assert Edition.objects.count() == 3
    assert stories(nina, "/uk/misto/") == []


@pytest.mark.parametrize("kind", ["topics", "sources", "authors", "speakers"])
def test_a_thing_that_moved_is_found_by_every_address_it_had(nina, kind):
    model = {"topics": Topic, "sources": Source, "authors": Author, "speakers": Speaker}[kind]
    thing = model.objects.create(name_uk="Річка")
    for slug in ("simna", "richka-simna"):
        thing.slug_uk = slug
        thing.save()
    for former in ("richka", "simna"):
        response = nina.get(f"/uk/{kind}/{former}/")
        assert (response.status_code, response.headers["Location"]) == (301, f"/uk/{kind}/richka-simna/")


def test_a_category_that_moved_is_found_by_the_address_it_had(nina):
    category = a_category(uk="Місто")
    category.slug_uk = "nashe-misto"
    category.save()
    response = nina.get("/uk/misto/")
    assert (response.status_code, response.headers["Location"]) == (301, "/uk/nashe-misto/")
