"""The front page: what opens it, what was said, what each section has."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from articles.publishing import withdraw
from tests.builders import (
    a_category,
    a_picture,
    a_point,
    a_quote,
    a_speaker,
    an_article,
    an_edition,
    changed,
    published,
)

pytestmark = pytest.mark.django_db


def hours_ago(hours):
    return timezone.now() - timedelta(hours=hours)


def front(reader):
    return reader.get("/uk/").context


def on_the_page(context):
    zones = [[context["lead"]], context["sides"], context["latest"]]
    return [story for zone in zones + [section["stories"] for section in context["sections"]] for story in zone]


def test_an_empty_newspaper_has_a_front_page(nina):
    response = nina.get("/uk/")
    assert response.status_code == 200
    assert response.context["lead"] is None
    assert not any(response.context[zone] for zone in ("sides", "said", "sections", "latest"))


def test_the_newest_of_the_few_stories_with_a_picture_leads(nina):
    older = an_edition(picture=a_picture(), at=hours_ago(4))
    pictured = an_edition(picture=a_picture(), at=hours_ago(3))
    newest = an_edition(at=hours_ago(1))
    context = front(nina)
    assert (context["lead"], context["sides"]) == (pictured, [older, newest])


def test_without_any_picture_the_newest_story_leads(nina):
    an_edition(at=hours_ago(2))
    newest = an_edition(at=hours_ago(1))
    assert front(nina)["lead"] == newest


def test_the_lead_brings_the_points_readers_were_given(nina):
    article = an_article(a_point("Рух відновлено."))
    published(article)
    article.points.update(text_uk="Ще не видано.")
    assert front(nina)["lead"].points == ["Рух відновлено."]


def test_no_story_stands_on_the_page_twice(nina):
    category = a_category()
    for hours in range(16):
        an_edition(category=category, at=hours_ago(hours + 1))
    found = on_the_page(front(nina))
    assert len(found) == len(set(found)) == 3 + 6 + 4


def test_every_section_is_filled_however_rare_its_stories_are(nina):
    rare, busy = a_category(uk="Наука"), a_category(uk="Місто")
    old = an_edition(category=rare, at=hours_ago(24 * 900))
    for hours in range(20):
        an_edition(category=busy, at=hours_ago(hours + 1))
    sections = front(nina)["sections"]
    assert [section["category"] for section in sections] == [rare, busy]
    assert sections[0]["stories"] == [old]


def test_a_section_holds_what_its_parts_hold(nina):
    for hours in range(9):
        an_edition(at=hours_ago(hours + 1))
    world = a_category(uk="Світ")
    story = an_edition(category=a_category(uk="Європа", parent=world), at=hours_ago(99))
    (section,) = front(nina)["sections"]
    assert (section["category"], section["stories"]) == (world, [story])


def test_one_voice_is_heard_of_each_story_the_newest_first(nina):
    for hours in range(5):
        quotes = [a_quote(f"<p>{hours}, {words}</p>") for words in ("перше", "друге")]
        an_edition(*quotes, at=hours_ago(hours + 1))
    assert [quote.words for quote in front(nina)["said"]] == ["0, перше", "1, перше", "2, перше"]


def test_words_from_a_story_that_readers_can_not_see_are_not_on_the_page(nina):
    speaker = a_speaker()
    withdraw(an_edition(a_quote(speaker=speaker)), None)
    published(an_article(a_quote(speaker=speaker)), at=timezone.now() + timedelta(hours=1))
    an_article(a_quote(speaker=speaker))
    assert front(nina)["said"] == []


def test_only_visible_stories_of_the_language_are_on_the_page(nina):
    article = an_article(languages=("uk", "en"))
    seen = published(article, "uk")
    published(article, "en", at=timezone.now() + timedelta(hours=1))
    an_article()
    assert on_the_page(front(nina)) == [seen]
    assert nina.get("/en/").context["lead"] is None


def test_a_change_that_is_saved_but_not_published_shows_nowhere(nina):
    article = an_article(headline_uk="Міст відкрито")
    published(article)
    changed(article, headline_uk="Міст закрито")
    assert "Міст закрито" not in nina.get("/uk/").content.decode()
    assert Edition.objects.get().unpublished == 1


def in_menu(nina, language):
    _before, begins, menu = nina.get(f"/{language}/").text.partition('<nav class="menu"')
    return re.findall(r"<a [^>]+>(.+?)</a>", menu.partition('<a class="menu-search"')[0]) if begins else []


def test_the_menu_names_the_top_categories_that_have_a_name_in_the_language(nina):
    world = a_category(uk="Світ", en="World", position=2)
    europe = a_category(uk="Європа", en="Europe", parent=world)
    city = a_category(uk="Місто", position=1)
    for category in (europe, city):
        article = an_article(category=category, languages=("uk", "en"))
        for language in ("uk", "en"):
            published(article, language)
    assert in_menu(nina, "uk") == ["Місто", "Світ"]
    assert in_menu(nina, "en") == ["World"]


def test_a_category_enters_the_menu_with_its_first_story_in_the_language_and_has_its_page_before(nina):
    city, empty = a_category(uk="Місто", en="City"), a_category(uk="Наука", en="Science")
    an_article(category=empty)
    published(an_article(category=empty), at=timezone.now() + timedelta(hours=1))
    withdraw(an_edition(category=empty), None)
    an_edition(category=city)
    assert in_menu(nina, "uk") == ["Місто"]
    assert in_menu(nina, "en") == []
    assert nina.get("/uk/nauka/").status_code == 200


def test_a_page_only_gives(nina):
    assert nina.post("/uk/").status_code == 405
    assert nina.head("/uk/").status_code == 200
