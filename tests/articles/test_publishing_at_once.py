"""Several people publish at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.models import Edition
from articles.publishing import publish
from tests.builders import an_article

pytestmark = pytest.mark.django_db(transaction=True)


def publish_and_hang_up(edition):
    try:
        publish(edition, None)
    finally:
        connection.close()


def at_once(editions):
    with ThreadPoolExecutor(len(editions)) as desk:
        list(desk.map(publish_and_hang_up, editions))


def test_stories_with_one_headline_get_addresses_of_their_own():
    at_once([an_article(headline_uk="Київ сьогодні").editions.get() for _story in range(4)])
    slugs = Edition.objects.visible().values_list("slug", flat=True)
    assert sorted(slugs) == ["kyiv-sohodni", "kyiv-sohodni-2", "kyiv-sohodni-3", "kyiv-sohodni-4"]


def test_the_languages_of_a_story_are_published_one_after_the_other():
    article = an_article(languages=("uk", "en", "pl"))
    at_once(list(article.editions.all()))
    assert Edition.objects.visible().count() == 3
    numbers = sorted(article.versions.values_list("number", flat=True))
    assert numbers == [1, 2, 3, 4], "a version for the save and one for each publication"
