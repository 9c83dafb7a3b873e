"""Everything somebody said to the paper, day by day."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.publishing import withdraw
from tests.builders import a_quote, a_speaker, an_article, an_edition, published

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
