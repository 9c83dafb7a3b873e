"""What the database does for a page doesn't grow with the archive: SQLite counts its steps, and tells."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.archive.build import build
from articles.archive.texts import WORDS
from articles.listing import LISTINGS
from articles.models import Article, Category, CategoryListing, Edition, Quote, Speaker
from articles.public.keyset import Place, PlaceInStory
from articles.public.links import addresses
from tests.builders import an_edition

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite counts its steps."),
]
# Reading even one row of each of the stories that are added would take many times as much.
SOME = 1.3


def grow(number):
    build(number, lambda *_report: None)


def steps(read):
    """Return how many steps SQLite takes while something is read."""
    read()  # what is kept from the first reading is not counted
    taken = []
    connection.ensure_connection()
    connection.connection.set_progress_handler(lambda: taken.append(1), 1)
    try:
        read()
    finally:
        connection.connection.set_progress_handler(None, 1)
    return len(taken)


def big():
    return Category.objects.get(name_uk=WORDS["categories"][0]["name"]["uk"])


def oldest_page():
    rows = CategoryListing.objects.filter(subject=big(), language="uk").newest_first().reverse()
    return f"/uk/{big().slug_uk}/?before={Place.of(rows[25])}"


def oldest_day():
    day = timezone.localdate(Edition.objects.newest_first().reverse()[3].publish_at)
    return f"/uk/archive/{day:%Y/%m/%d}/"


def oldest_page_of_the_bank():
    row = Quote.objects.filter(language="uk").newest_first().reverse()[25]
    return f"/uk/quotes/?before={PlaceInStory.of(row)}"


PAGES = {
    "front": lambda: "/uk/",
    "category": lambda: f"/uk/{big().slug_uk}/",
    "deep": oldest_page,
    "speaker": lambda: Speaker.objects.first().get_absolute_url(),
    "day": oldest_day,
    "bank": lambda: "/uk/quotes/",
    "deep in the bank": oldest_page_of_the_bank,
    "found": lambda: "/uk/search/?q=порахувала",
    "quote": lambda: Quote.objects.filter(language="uk").newest_first().first().get_absolute_url(),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_as_many_steps_in_a_bigger_archive(nina, monkeypatch, name):
    monkeypatch.setattr("articles.public.views.speaker.MOST_COUNTED", 50)
    monkeypatch.setattr("newsroom.search.backends.database.MOST", 50)
    monkeypatch.setattr("articles.archive.things.people", lambda: [dict.fromkeys(("uk", "en", "pl"), "Немира")])
    grow(150)
    path = PAGES[name]()
    few = steps(lambda: nina.get(path))
    grow(600)
    path = PAGES[name]()
    assert nina.get(path).status_code == 200
    assert steps(lambda: nina.get(path)) < few * SOME


def take_off(editions):
    """Let editions have come off the site a minute after they went live, with all that lists them."""
    for edition in editions:
        end = edition.publish_at + timedelta(minutes=1)
        Edition.objects.filter(pk=edition.pk).update(withdraw_at=end)
        for listing in (*LISTINGS, Quote):
            listing.objects.filter(edition=edition).update(withdraw_at=end)


def test_stories_that_came_off_the_site_cost_pages_nothing_once_the_next_is_published(nina):
    grow(150)
    few = steps(lambda: nina.get("/uk/")) + steps(lambda: nina.get(PAGES["category"]()))
    grow(300)
    take_off(Edition.objects.filter(publish_at__gt=timezone.now() - timedelta(days=365 * 10)))
    an_edition()
    assert steps(lambda: nina.get("/uk/")) + steps(lambda: nina.get(PAGES["category"]())) < few * SOME


def test_the_links_of_a_story_take_as_many_steps_in_a_bigger_archive():
    grow(100)
    stories = list(Article.objects.order_by("pk")[:5])
    links = {str(story.uid): story.pk for story in stories}
    few = steps(lambda: addresses(links, "uk"))
    grow(400)
    assert steps(lambda: addresses(links, "uk")) < few * SOME
