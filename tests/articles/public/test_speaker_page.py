"""Everything somebody said to the paper, day by day."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.publishing import withdraw
from tests.builders import a_quote, a_source, a_speaker, an_article, an_edition, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return a_speaker(uk="Ада")


def kyiv(*when):
    return timezone.make_aware(datetime(*when))


def page(reader, path="/uk/speakers/ada/"):
    return reader.get(path).context


def words(context):
    return [[quote.words for quote in day["quotes"]] for day in context["days"]]


def test_words_stand_under_their_day_in_the_papers_zone_newest_first(nina, ada):
    an_edition(a_quote("<p>Перше.</p>", speaker=ada), at=kyiv(2026, 5, 1, 23, 30))
    an_edition(a_quote("<p>Друге.</p>", speaker=ada), a_quote("<p>Третє.</p>", speaker=ada), at=kyiv(2026, 5, 2, 0, 30))
    context = page(nina)
    assert [day["date"] for day in context["days"]] == [date(2026, 5, 2), date(2026, 5, 1)]
    assert words(context) == [["Друге.", "Третє."], ["Перше."]]


def test_words_stay_with_their_story_and_say_which_day_they_are_of(nina, ada):
    an_edition(a_quote("<p>Учора.</p>", speaker=ada, said_on=date(2026, 5, 1)), at=kyiv(2026, 5, 2, 9))
    assert words(page(nina)) == [["Учора."]]
    html = nina.get("/uk/speakers/ada/").content.decode()
    assert html.index("2 травня 2026</time></h2>") < html.index("Учора.") < html.index("1 травня 2026</time></p>")


def test_words_lead_to_their_place_in_the_story(nina, ada):
    story = an_edition(a_quote(speaker=ada), headline_uk="Міст")
    (quote,) = page(nina)["days"][0]["quotes"]
    assert quote.edition.headline == "Міст"
    assert quote.place_in_story == f"{story.get_absolute_url()}#quote-{quote.block_uid}"


def test_words_of_others_in_the_same_story_are_not_there(nina, ada):
    an_edition(a_quote("<p>Моє.</p>", speaker=ada), a_quote("<p>Чуже.</p>"))
    assert words(page(nina)) == [["Моє."]]


def test_the_office_is_the_one_held_today(nina, ada):
    ada.offices.create(title_uk="заступниця", until=timezone.localdate() - timedelta(days=1))
    now = ada.offices.create(title_uk="голова", since=timezone.localdate())
    an_edition(a_quote(speaker=ada))
    assert page(nina)["office"] == now


def test_a_story_is_never_torn_between_two_pages(nina, ada):
    for day in range(21):
        quotes = [a_quote(f"<p>{day}, {n}</p>", speaker=ada) for n in range(2)]
        an_edition(*quotes, at=timezone.now() - timedelta(days=day + 1))
    context = page(nina)
    assert [len(day) for day in words(context)] == [2] * 20
    assert words(page(nina, context["older_url"])) == [["20, 0", "20, 1"]]


def test_somebody_heard_only_in_stories_readers_can_not_see_has_no_page(nina, ada):
    withdraw(an_edition(a_quote(speaker=ada)), None)
    published(an_article(a_quote(speaker=ada)), at=timezone.now() + timedelta(hours=1))
    assert nina.get("/uk/speakers/ada/").status_code == 404


@pytest.mark.parametrize(
    ("path", "stories", "line"),
    [
        ("/uk/speakers/ada/", [1], "Усе, що сказано: 1 цитата у 1 матеріалі"),
        ("/uk/speakers/ada/", [2, 1], "Усе, що сказано: 3 цитати у 2 матеріалах"),
        ("/uk/speakers/ada/", [5], "Усе, що сказано: 5 цитат у 1 матеріалі"),
        ("/pl/speakers/ada/", [2, 1, 2], "Wszystko, co powiedziano: 5 cytatów w 3 artykułach"),
        ("/en/speakers/ada/", [5], "Everything said: 5 quotations in 1 story"),
    ],
)
def test_the_page_counts_what_was_said_in_that_language(nina, ada, path, stories, line):
    code = path[1:3]
    an_edition(a_quote(speaker=ada, en="<p>Elsewhere.</p>"), language="en" if code == "uk" else "uk")
    for number in stories:
        an_edition(*(a_quote(**{code: "<p>Так.</p>"}, speaker=ada) for _n in range(number)), language=code)
    assert f">{line}</p>" in nina.get(path).text


def test_more_than_a_page_can_count_in_time_is_said_to_be_more(nina, ada, monkeypatch):
    monkeypatch.setattr("articles.public.views.speaker.MOST_COUNTED", 2)
    an_edition(*(a_quote(speaker=ada) for _n in range(3)))
    assert ">Усе, що сказано: понад 2 цитат</p>" in nina.get("/uk/speakers/ada/").text


def test_offices_stand_with_their_dates_once_there_is_more_than_one(nina, ada):
    ada.offices.create(title_uk="голова", since=date(2024, 5, 1))
    an_edition(a_quote(speaker=ada))
    assert 'class="offices' not in nina.get("/uk/speakers/ada/").text
    ada.offices.create(title_uk="заступниця", since=date(2020, 1, 1), until=date(2024, 4, 30))
    ada.offices.create(title_uk="радниця", until=date(2019, 12, 31))
    html = nina.get("/uk/speakers/ada/").text
    offices = re.sub("<[^>]+>", "", html[html.index('class="offices') :].partition("</ul>")[0])
    assert "голова: від 1 травня 2024" in offices
    assert "заступниця: 1 січня 2020 – 30 квітня 2024" in offices
    assert "радниця: до 31 грудня 2019" in offices


def test_a_quote_names_the_office_of_its_day_where_it_is_another_than_today(nina, ada):
    then = ada.offices.create(title_uk="заступниця", until=date(2024, 4, 30))
    ada.offices.create(title_uk="голова", since=date(2024, 5, 1))
    an_edition(a_quote(speaker=ada), a_quote(speaker=ada, said_on=date(2024, 4, 30)))
    quotes = page(nina)["days"][0]["quotes"]
    assert [quote.office_then for quote in quotes] == [None, then]


def test_original_words_and_whom_they_were_said_to_stand_there(nina, ada):
    source = a_source(uk="Реєстр")
    an_edition(a_quote(speaker=ada, original_words="It stands.", original_language="en", source=source))
    html = nina.get("/uk/speakers/ada/").text
    assert '<p class="original" lang="en" dir="auto">It stands.</p>' in html
    assert '<a href="/uk/sources/reiestr/">Реєстр</a>' in html


def test_the_page_leads_to_wikidata(nina, ada):
    ada.wikidata = "Q42"
    ada.save()
    an_edition(a_quote(speaker=ada))
    assert 'href="https://www.wikidata.org/wiki/Q42"' in nina.get("/uk/speakers/ada/").text
