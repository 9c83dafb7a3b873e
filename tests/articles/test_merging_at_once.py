"""Somebody merges while others publish and merge."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.merging.merge import CannotMerge, merge
from articles.models import Quote, Speaker, SpeakerListing
from articles.publishing import publish
from tests.builders import a_quote, a_speaker, an_article

pytestmark = pytest.mark.django_db(transaction=True)


def and_hang_up(deed, *args):
    try:
        return deed(*args)
    except CannotMerge:
        return CannotMerge
    finally:
        connection.close()


def at_once(*deeds):
    """Do deeds, each a function with its arguments, in a thread of its own; return what they answer."""
    with ThreadPoolExecutor(len(deeds)) as desk:
        return [future.result() for future in [desk.submit(and_hang_up, *deed) for deed in deeds]]


def test_what_is_published_meanwhile_names_the_one_that_stays():
    into, duplicate = a_speaker("Кая"), a_speaker("Кайя")
    stories = [an_article(a_quote(speaker=duplicate), headline_uk=f"Міст {number}") for number in range(6)]
    publishings = [(publish, story.editions.get(), None) for story in stories]
    at_once(*publishings[:3], (merge, into, duplicate, None), *publishings[3:])
    assert set(Quote.objects.values_list("speaker", flat=True)) == {into.pk}
    assert set(SpeakerListing.objects.values_list("subject", flat=True)) == {into.pk}
    assert Quote.objects.count() == len(stories)


def test_of_two_who_merge_the_same_two_one_is_told():
    one, other = a_speaker("Кая"), a_speaker("Кайя")
    answers = at_once((merge, one, other, None), (merge, other, one, None))
    assert sorted(answers, key=bool) == [None, CannotMerge]
    assert Speaker.objects.count() == 1
