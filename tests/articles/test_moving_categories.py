"""A category that becomes part of another takes what it holds with it, to the pages of its readers."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Category, CategoryListing
from articles.publishing import withdraw
from tests.builders import a_category, an_article, an_edition, published

pytestmark = pytest.mark.django_db


def move(category, parent):
    category = Category.objects.get(pk=category.pk)
    category.parent = parent
    category.save()


def stories(reader, path):
    return reader.get(path).context["stories"]


def test_what_a_category_and_its_parts_hold_is_listed_under_the_new_parent_and_no_longer_under_the_old(nina):
    world, city = a_category(uk="Світ"), a_category(uk="Місто")
    europe = a_category(uk="Європа", parent=world)
    baltic = a_category(uk="Балтія", parent=europe)
    older = an_edition(category=baltic, at=timezone.now() - timedelta(hours=2))
    newer = an_edition(category=europe, at=timezone.now() - timedelta(hours=1))
    stays = an_edition(category=world)
    move(europe, city)
    assert stories(nina, "/uk/misto/") == [newer, older]
    assert stories(nina, "/uk/svit/") == [stays]
    assert stories(nina, "/uk/yevropa/") == [newer, older]
    assert stories(nina, "/uk/baltiia/") == [older]


def test_a_category_that_stands_alone_again_leaves_its_parent(nina):
    world = a_category(uk="Світ")
    europe = a_category(uk="Європа", parent=world)
    story = an_edition(category=europe)
    move(europe, None)
    assert (stories(nina, "/uk/svit/"), stories(nina, "/uk/yevropa/")) == ([], [story])


def test_what_readers_can_not_see_is_not_shown_by_a_move(nina):
    europe, world = a_category(uk="Європа"), a_category(uk="Світ")
    withdraw(an_edition(category=europe), None)
    an_article(category=europe)
    planned = published(an_article(category=europe), at=timezone.now() + timedelta(hours=1))
    move(europe, world)
    assert stories(nina, "/uk/svit/") == []
    assert list(CategoryListing.objects.filter(subject=world).values_list("edition", flat=True)) == [planned.pk]


def test_a_story_that_comes_off_the_site_does_so_on_the_pages_it_moved_to(nina, monkeypatch):
    europe, world = a_category(uk="Європа"), a_category(uk="Світ")
    end = timezone.now() + timedelta(hours=1)
    story = published(an_article(category=europe), until=end)
    move(europe, world)
    assert stories(nina, "/uk/svit/") == [story]
    monkeypatch.setattr(timezone, "now", lambda: end)
    assert stories(nina, "/uk/svit/") == stories(nina, "/uk/yevropa/") == []


def test_a_move_takes_as_many_queries_for_many_stories_as_for_few():
    def queries_of_a_move(stories):
        europe, world = a_category(), a_category()
        part = a_category(parent=europe)
        for _story in range(stories):
            an_edition(category=part)
        with CaptureQueriesContext(connection) as captured:
            move(europe, world)
        return len(captured)

    assert queries_of_a_move(1) == queries_of_a_move(12)
