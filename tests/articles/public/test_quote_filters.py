"""The quote bank answers: what did she say about it, when, as what?"""

from datetime import date

import pytest

from articles.models import Office
from tests.builders import a_category, a_quote, a_source, a_speaker, a_text, a_topic, an_edition

pytestmark = pytest.mark.django_db


def said(nina, language="uk", **asked):
    page = nina.get(f"/{language}/quotes/", asked)
    return [quote.words for day in page.context["days"] for quote in day["quotes"]]


@pytest.fixture
def bank():
    """Two ministers in turn, one of whom became president, and a mayor; each spoke of the harbour or of the bridge."""
    first, second, mayor = a_speaker("Олена Гай"), a_speaker("Ірина Лис"), a_speaker("Петро Кіт")
    minister = {"title_uk": "Міністерка оборони", "title_en": "Minister of Defence"}
    Office.objects.create(speaker=first, since=date(2025, 1, 1), until=date(2025, 12, 31), **minister)
    Office.objects.create(speaker=first, since=date(2026, 1, 1), title_uk="Президентка")
    Office.objects.create(speaker=second, since=date(2026, 1, 1), **minister)
    harbour, bridge = a_topic("Порт"), a_topic("Міст")
    log, category = a_source("Журнал"), a_category()
    words = [
        (first, "<p>Порт відкриємо.</p>", date(2025, 3, 8), harbour, None),
        (first, "<p>Міст стоїть.</p>", date(2026, 3, 9), bridge, log),
        (second, "<p>Порт працює.</p>", date(2026, 3, 10), harbour, None),
        (mayor, "<p>Мостом ходять люди.</p>", date(2026, 4, 1), bridge, log),
    ]
    for speaker, text, day, topic, source in words:
        quote = a_quote(text, speaker=speaker, said_on=day, source=source)
        an_edition(quote, category=category, topics=[topic])
    return category


def test_a_quote_is_found_by_any_form_of_its_words(nina, bank):
    assert said(nina, q="мости") == ["Мостом ходять люди.", "Міст стоїть."]


def test_a_speaker_narrows_the_bank_down(nina, bank):
    assert said(nina, speaker="olena-hai") == ["Міст стоїть.", "Порт відкриємо."]


def test_an_office_brings_all_who_held_it_and_what_they_said_in_it(nina, bank):
    assert said(nina, office="Міністерка оборони") == ["Порт працює.", "Порт відкриємо."]
    assert said(nina, office="Minister of Defence") == ["Порт працює.", "Порт відкриємо."]


def test_an_office_and_a_month_go_together(nina, bank):
    assert said(nina, office="Міністерка оборони", month="2026-03") == ["Порт працює."]


def test_a_topic_a_source_and_words_go_together(nina, bank):
    assert said(nina, topic="mist", source="zhurnal", q="люди") == ["Мостом ходять люди."]


def test_each_choice_says_how_many_quotes_it_leaves(nina, bank):
    page = nina.get("/uk/quotes/")
    facets = {str(facet.title): facet.choices for facet in page.context["facets"]}
    for choices in facets.values():
        for choice in choices:
            assert nina.get(choice.address).context["answer"].total == choice.number
    assert {number for choice in facets["Посада"] for number in [choice.number]} == {1, 2}
    assert [choice.name for choice in facets["Сказано в"]] == ["Квітень 2026", "Березень 2026", "Березень 2025"]


def test_what_was_chosen_can_be_taken_away(nina, bank):
    page = nina.get("/uk/quotes/", {"office": "Міністерка оборони", "month": "2026-03"})
    without_office, without_month = (each.address for each in page.context["chosen"])
    assert nina.get(without_office).context["answer"].total == 2
    assert nina.get(without_month).context["answer"].total == 2


@pytest.mark.parametrize("asked", [{"speaker": "nobody"}, {"office": "Цар"}, {"topic": "x", "q": "порт"}])
def test_what_nobody_said_is_answered_with_a_way_on(nina, bank, asked):
    page = nina.get("/uk/quotes/", asked)
    assert page.status_code == 200
    assert "Так нікого не цитують." in page.text
    assert 'href="/uk/quotes/"' in page.text


@pytest.mark.parametrize("month", ["2026-13", "березень", "2026-3", "9" * 5000, "2026-03-01"])
def test_a_month_that_is_none_is_as_if_it_were_not_there(nina, bank, month):
    assert len(said(nina, month=month)) == 4


def test_passages_of_stories_that_quote_nobody_follow_and_say_what_they_are(nina, bank):
    an_edition(a_text("<p>Олену Гай бачили на мосту.</p>"), category=bank, headline_uk="Прогулянка")
    page = nina.get("/uk/quotes/", {"speaker": "olena-hai", "q": "міст"})
    assert [hit.edition.headline for hit in page.context["passages"]] == ["Прогулянка"]
    assert "Не цитати: уривки матеріалів" in page.text
    assert "<mark>мосту</mark>" in page.text


def test_an_editor_gets_from_a_passage_to_its_story_and_readers_do_not(nina, bank, maria, client):
    story = an_edition(a_text("<p>Олену Гай бачили на мосту.</p>"), category=bank)
    address = f"/admin/articles/article/{story.article_id}/change/"
    assert address not in nina.get("/uk/quotes/", {"speaker": "olena-hai"}).text
    client.force_login(maria)
    client.get("/admin/")  # which marks the browser
    assert address in client.get("/uk/quotes/", {"speaker": "olena-hai"}).text


def test_an_answer_is_kept_by_nobody_and_not_offered_to_search_engines(nina, bank):
    page = nina.get("/uk/quotes/", {"q": "порт"})
    assert "no-store" in page.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex, follow">' in page.text
    assert '<meta name="robots"' not in nina.get("/uk/quotes/").text


def test_the_switcher_asks_the_same_in_the_other_languages(nina, bank):
    page = nina.get("/uk/quotes/", {"speaker": "olena-hai", "month": "2026-03"})
    assert 'href="/en/quotes/?speaker=olena-hai&amp;month=2026-03"' in page.text
