"""The page of search: what was found, how to narrow it down, and what to do when nothing was."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import a_category, a_quote, a_speaker, a_text, a_topic, an_article, an_edition, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(nina):
    return lambda q="", language="uk", **more: nina.get(f"/{language}/search/", {"q": q} | more)


def headlines(page):
    return [hit.edition.headline for hit in page.context["hits"]]


def test_a_story_is_shown_with_the_passage_that_answers_and_its_words_marked(search):
    an_edition(
        a_text("<p>Рух відкрито. Другим <strong>мостом</strong> ідуть люди &amp; трамваї.</p>"), headline_uk="Порт"
    )
    page = search("мости")
    assert headlines(page) == ["Порт"]
    assert "<mark>мостом</mark> ідуть люди &amp; трамваї." in page.text
    assert "Знайдено 1 матеріал" in page.text


def test_a_headline_is_marked_and_a_script_in_the_question_stays_words(search):
    an_edition(headline_uk="Міст і <script>")
    page = search("міст <script>alert(1)</script>")
    assert "<script>alert" not in page.text
    assert 'value="міст &lt;script&gt;alert(1)&lt;/script&gt;"' in page.text
    assert "<mark>Міст</mark> і &lt;<mark>script</mark>&gt;" in search("міст script").text


def test_best_comes_first_unless_the_newest_are_asked_for(search):
    category = a_category()
    an_edition(category=category, headline_uk="Мости", at=timezone.now() - timedelta(days=30))
    an_edition(a_text("<p>Коло мосту.</p>"), category=category, headline_uk="Порт")
    assert headlines(search("міст")) == ["Мости", "Порт"]
    assert headlines(search("міст", sort="newest")) == ["Порт", "Мости"]


def test_each_choice_leaves_as_many_as_it_says_and_can_be_taken_away(nina, search):
    city, world = a_category("Місто"), a_category("Світ")
    river, ada, port = a_topic("Річка"), a_speaker("Ада Лозова"), a_topic("Порт")
    an_edition(category=city, topics=[river])
    an_edition(a_quote(speaker=ada), category=city, topics=[port])
    an_edition(category=world, topics=[river, port])
    page = search("міст")
    facets = {str(facet.title): facet.choices for facet in page.context["facets"]}
    assert [(choice.name.name_shown[0], choice.number) for choice in facets["Розділ"]] == [("Місто", 2), ("Світ", 1)]
    assert {"Тема", "Хто говорить", "Опубліковано"} <= set(facets)
    for choice in [*facets["Розділ"], *facets["Тема"], *facets["Хто говорить"]]:
        narrowed = nina.get(choice.address)
        assert narrowed.context["answer"].total == choice.number
        assert nina.get(narrowed.context["chosen"][0].address).context["answer"].total == 3


def test_a_section_finds_what_its_parts_hold(search):
    world = a_category("Світ")
    an_edition(category=a_category("Європа", parent=world))
    assert len(headlines(search("міст", category="svit"))) == 1


def test_a_period_and_a_year_leave_what_was_published_then(search):
    category = a_category()
    for days in (0.1, 3, 500):
        an_edition(category=category, at=timezone.now() - timedelta(days=days))
    found = {period: len(headlines(search("міст", period=period))) for period in ("day", "week", "year", "")}
    assert found == {"day": 1, "week": 2, "year": 2, "": 3}
    then = timezone.localdate(timezone.now() - timedelta(days=500)).year
    assert len(headlines(search("міст", period=str(then)))) == 1


def test_pages_follow_one_another_without_a_gap(nina, search):
    category = a_category()
    for number in range(25):
        an_edition(category=category, headline_uk=f"Міст {number}", at=timezone.now() - timedelta(hours=number + 1))
    first = search("міст", sort="newest")
    second = nina.get(first.context["pages"].following)
    assert headlines(first) + headlines(second) == [f"Міст {number}" for number in range(25)]
    assert nina.get(second.context["pages"].previous).context["pages"].number == 1
    assert "Сторінка 2 з 2" in second.text


@pytest.mark.parametrize("number", ["10000", "0", "-1", "x", "9" * 400, "１", ""])
def test_a_page_that_is_none_is_the_nearest_that_is(search, number):
    an_edition()
    page = search("міст", page=number)
    assert page.status_code == 200
    assert headlines(page) == ["Міст відкрито"]


@pytest.mark.parametrize("odd", [{"sort": "x"}, {"period": "decade"}, {"period": "20267"}, {"x": "y"}, {"before": "z"}])
def test_parameters_that_make_no_sense_are_as_if_they_were_not_there(search, odd):
    an_edition()
    assert headlines(search("міст", **odd)) == ["Міст відкрито"]


def test_a_subject_that_is_not_there_finds_nothing_and_can_be_taken_away(nina, search):
    an_edition()
    page = search("міст", speaker="nobody")
    assert page.context["answer"].total == 0
    assert len(headlines(nina.get(page.context["chosen"][0].address))) == 1


def test_a_misspelt_word_is_asked_about(nina, search):
    an_edition(headline_uk="Переговори почалися")
    page = search("перегвори почалися")
    assert page.context["meant"]["text"] == "переговори почалися"
    assert headlines(nina.get(page.context["meant"]["address"])) == ["Переговори почалися"]
    assert search("переговори").context["meant"] is None
    assert search("переговорами").context["meant"] is None, "found by another form"


def test_other_languages_are_offered_with_what_they_have(nina, search):
    quote = a_quote(en="<p>Yes.</p>", speaker=a_speaker("Кая Каллас", "Kaja Kallas"))
    article = an_article(quote, languages=("uk", "en"))
    published(article, "en")
    page = search("Каллас")
    (other,) = page.context["elsewhere"]
    assert (other.language, other.number) == ("en", 1)
    assert headlines(nina.get(other.address)) == ["The bridge is open"]


def test_a_filter_is_carried_into_another_language_by_its_name_there(nina, search):
    topic = a_topic("Річка", "The river")
    article = an_article(topics=[topic], languages=("uk", "en"))
    published(article)
    published(article, "en")
    assert 'href="/en/search/?q=bridge&amp;topic=the-river"' in search("bridge", topic="richka").text


def test_nothing_found_is_said_with_a_way_on(search):
    an_edition()
    page = search("шістнадцятковий")
    assert page.status_code == 200
    assert "Нічого не знайдено." in page.text
    assert 'href="/uk/polityka/"' in page.text


def test_without_a_question_it_says_how_to_ask(search):
    an_edition()
    page = search()
    assert "answer" not in page.context
    assert "Слова знаходяться в усіх формах." in page.text


def test_a_person_who_is_named_comes_before_the_stories(search):
    speaker = a_speaker("Ада Лозова", "Ada Lozova", "Ada Łozowa", office={"title_uk": "мерка"})
    an_edition(a_quote(speaker=speaker))
    for name in ("Лозовою", "Ада Лозова", "Łozowa"):
        (person,) = search(name).context["people"]
        assert person.speaker == speaker
    assert "мерка" in search("Лозова").text
    assert search("міст").context["people"] == []


def test_search_engines_are_kept_out_and_the_switcher_asks_the_same(search):
    page = search("міст")
    assert '<meta name="robots" content="noindex, follow">' in page.text
    assert 'rel="canonical"' not in page.text
    assert 'href="/pl/search/?q=%D0%BC%D1%96%D1%81%D1%82"' in page.text


def test_a_page_of_twenty_asks_no_more_than_a_page_of_two(search):
    category = a_category()

    def queries():
        search("міст")
        with CaptureQueriesContext(connection) as found:
            search("міст")
        return len(found)

    for number in range(2):
        an_edition(category=category, headline_uk=f"Міст {number}")
    few = queries()
    for number in range(18):
        an_edition(category=category, headline_uk=f"Міст {number}")
    assert queries() <= few <= 20


ODD = [
    "я" * 10_000,
    "міст " * 2000,
    '"',
    "«„“",
    "-",
    "--міст",
    "* OR NOT NEAR(",
    "'; DROP TABLE x; --",
    "😀",
    "שלום",
    "\x00",
    "%00",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_whatever_is_asked_is_answered(search, text):
    an_edition()
    assert search(text).status_code == 200
    assert search("міст", category=text, speaker=text, period=text).status_code == 200


def test_every_naughty_string_is_answered(search, testdata):
    an_edition()
    for text in json.loads((testdata / "strings" / "blns.json").read_text()):
        assert search(text).status_code == 200
        assert search(text, speaker=text).status_code == 200


def test_a_long_question_says_that_it_was_cut(search):
    assert "Запит довгий" in search(" ".join(f"слово{number}" for number in range(40))).text


def test_a_query_of_only_small_words_finds_what_has_them(search):
    an_edition(a_text("<p>І в нас, і у вас.</p>"))
    assert headlines(search("і в у")) == ["Міст відкрито"]


def test_an_embargoed_text_is_in_no_answer(search):
    article = an_article(a_text("<p>Таємниця.</p>"), headline_uk="Таємниця")
    article.editions.update(embargo_until=timezone.now() + timedelta(hours=2))
    published(article)
    page = search("таємниця")
    assert (page.context["answer"].total, page.context["elsewhere"]) == (0, [])
