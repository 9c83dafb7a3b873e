"""A page's addresses in other languages: of this very thing, and only where readers can have it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Change
from articles.publishing import withdraw
from tests.builders import (
    a_category,
    a_citation,
    a_quote,
    a_source,
    a_speaker,
    a_topic,
    an_article,
    an_author,
    changed,
    published,
)

pytestmark = pytest.mark.django_db


def alternates(reader, path):
    response = reader.get(path)
    assert response.status_code == 200
    return response.wsgi_request.alternates


def test_the_front_page_is_offered_in_the_languages_that_have_a_story(nina):
    assert alternates(nina, "/en/") == {"en": "/en/"}
    published(an_article(languages=("uk", "pl")), "uk")
    assert alternates(nina, "/en/") == {"uk": "/uk/", "en": "/en/"}
    assert alternates(nina, "/uk/") == {"uk": "/uk/"}


def test_a_story_exists_where_it_is_visible_each_time_under_its_own_slug(nina):
    article = an_article(category=a_category(uk="Місто", en="City", pl="Miasto"), languages=("uk", "en", "pl"))
    published(article, "uk")
    published(article, "en")
    published(article, "pl", at=timezone.now() + timedelta(hours=1))
    addresses = {"uk": "/uk/misto/mist-vidkryto/", "en": "/en/city/the-bridge-is-open/"}
    assert alternates(nina, addresses["uk"]) == alternates(nina, addresses["en"]) == addresses
    assert nina.get(addresses["uk"]).context["alternates"] == addresses


def test_a_withdrawn_translation_is_offered_no_more(nina):
    article = an_article(languages=("uk", "en"))
    original = published(article, "uk")
    withdraw(published(article, "en"), None)
    assert list(alternates(nina, original.get_absolute_url())) == ["uk"]


def test_a_category_is_offered_where_it_has_a_name_and_a_story(nina):
    category = a_category(uk="Місто", pl="Miasto")
    assert alternates(nina, "/uk/misto/") == {"uk": "/uk/misto/"}
    published(an_article(category=category, languages=("pl",)), "pl")
    assert alternates(nina, "/uk/misto/") == {"uk": "/uk/misto/", "pl": "/pl/miasto/"}


def test_a_category_without_a_name_is_not_here_unless_a_story_leads_to_it(nina):
    category = a_category(uk="Місто")
    response = nina.get("/en/misto/")
    assert (response.status_code, response.context["elsewhere"]) == (404, {})
    published(an_article(category=category, languages=("en",)), "en")
    assert nina.get("/en/misto/").status_code == 200


@pytest.mark.parametrize("kind", ["speakers", "sources", "authors", "topics"])
def test_what_stories_name_exists_where_a_visible_story_names_it(nina, kind):
    names = {"uk": "Ада", "en": "Ada", "pl": "Adelajda"}
    speaker, source, author, topic = (each(**names) for each in (a_speaker, a_source, an_author, a_topic))
    article = an_article(
        a_quote(en="<p>It will stand.</p>", pl="<p>Będzie stał.</p>", speaker=speaker),
        a_citation(source),
        authors=[author],
        topics=[topic],
        languages=("uk", "en", "pl"),
    )
    assert nina.get(f"/uk/{kind}/ada/").status_code == 404
    published(article, "uk")
    published(article, "pl")
    published(article, "en", at=timezone.now() + timedelta(hours=1))
    found = {"uk": f"/uk/{kind}/ada/", "pl": f"/pl/{kind}/adelajda/"}
    assert alternates(nina, f"/uk/{kind}/ada/") == found
    response = nina.get(f"/en/{kind}/ada/")
    assert (response.status_code, response.context["elsewhere"]) == (404, found)


def test_a_day_exists_where_something_was_published_on_it(nina):
    article = an_article(languages=("uk", "en", "pl"))
    day = timezone.now() - timedelta(days=3)
    for code, moment in {"uk": day, "en": day, "pl": day - timedelta(days=2)}.items():
        published(article, code, at=moment)
    path = f"/uk/archive/{timezone.localdate(day):%Y/%m/%d}/"
    assert alternates(nina, path) == {"uk": path, "en": path.replace("/uk/", "/en/")}


def test_a_page_that_is_not_here_has_no_addresses(nina):
    a_category(uk="Місто")
    assert nina.get("/en/misto/").wsgi_request.alternates == {}


def older(reader, edition):
    response = reader.get(edition.get_absolute_url())
    return response.wsgi_request.older_alternates


def test_a_language_is_older_until_it_follows_a_significant_change_and_a_small_fix_does_not_follow(nina):
    article = an_article(languages=("uk", "en"))
    original, translation = published(article, "uk"), published(article, "en")
    assert older(nina, original) == older(nina, translation) == set()
    published(changed(article, lead_uk="Нове."), "uk", change=Change.SIGNIFICANT)
    assert older(nina, original) == {"en"}
    assert older(nina, translation) == set()
    published(changed(article, lead_en="A comma."), "en", change=Change.MINOR)
    assert older(nina, original) == {"en"}
    published(changed(article, lead_en="What is new."), "en", change=Change.SIGNIFICANT)
    assert older(nina, original) == set()
    assert older(nina, translation) == {"uk"}
