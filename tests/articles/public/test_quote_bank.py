"""Everything that was said, day by day, whoever said it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.publishing import withdraw
from tests.builders import a_picture, a_quote, a_source, a_speaker, an_article, an_edition, published

pytestmark = pytest.mark.django_db
BANK = "/uk/quotes/"


def kyiv(*when):
    return timezone.make_aware(datetime(*when))


def walk(reader, path):
    """Give the quotes of each page after another."""
    while path:
        context = reader.get(path).context
        yield [quote for day in context["days"] for quote in day["quotes"]]
        path = context["older_url"]


def words(reader, path=BANK):
    return [quote.words for page in walk(reader, path) for quote in page]


def test_words_stand_under_their_day_in_the_papers_zone_newest_first(nina):
    an_edition(a_quote("<p>Перше.</p>"), at=kyiv(2026, 5, 1, 23, 30))
    an_edition(a_quote("<p>Друге.</p>"), a_quote("<p>Третє.</p>"), at=kyiv(2026, 5, 2, 0, 30))
    days = nina.get(BANK).context["days"]
    assert [day["date"] for day in days] == [date(2026, 5, 2), date(2026, 5, 1)]
    assert words(nina) == ["Друге.", "Третє.", "Перше."]


def test_a_quote_comes_with_all_that_is_known_of_it(nina):
    ada = a_speaker(uk="Ада", portrait=a_picture(), office={"title_uk": "голова", "until": date(2026, 5, 1)})
    said = {"said_on": date(2026, 5, 1), "original_words": "It stands.", "original_language": "en"}
    quote = a_quote("<p>Стоїть.</p>", speaker=ada, source=a_source(uk="Реєстр"), **said)
    story = an_edition(quote, headline_uk="Міст", at=kyiv(2026, 5, 2, 9))
    html = nina.get(BANK).text
    assert "<p>Стоїть.</p>" in html
    assert '<p class="original" lang="en" dir="auto">It stands.</p>' in html
    assert '<a href="/uk/speakers/ada/">Ада</a><span class="unseen">, </span><span class="office">голова</span>' in html
    assert '<time datetime="2026-05-01">1 травня 2026</time>' in html
    assert '<a href="/uk/sources/reiestr/">Реєстр</a>' in html
    assert f'<a href="{story.get_absolute_url()}#quote-{quote.uid}">Міст</a>' in html
    assert f'href="/uk/quotes/{quote.uid}/"' in html
    assert nina.get(BANK).context["days"][0]["quotes"][0].speaker.face


def test_a_language_that_is_none_is_not_told(nina):
    an_edition(a_quote(original_words="It stands.", original_language="по-англ."))
    assert '<p class="original" dir="auto">It stands.</p>' in nina.get(BANK).text


@pytest.mark.parametrize(("code", "called"), [("en", "Англійська"), ("tlh", "tlh")])
def test_a_translation_says_from_which_language(nina, code, called):
    an_edition(a_quote(original_language=code))
    assert f"<p>Мова оригіналу: {called}</p>" in nina.get(BANK).text


def test_words_in_the_language_they_were_said_in_are_no_translation(nina):
    an_edition(a_quote(original_language="uk"))
    assert "Мова оригіналу" not in nina.get(BANK).text


def test_somebody_without_a_page_is_named_in_words(nina):
    an_edition(a_quote(speaker=None, attribution_uk="перехожа на мосту"))
    assert '<p class="speaker">перехожа на мосту</p>' in nina.get(BANK).text


def test_who_goes_on_speaking_in_a_story_is_introduced_once(nina):
    ada, lev = a_speaker(uk="Ада"), a_speaker(uk="Лев")
    an_edition(*(a_quote(speaker=speaker) for speaker in (ada, ada, lev, ada)))
    (page,) = walk(nina, BANK)
    assert [quote.again for quote in page] == [False, True, False, False]


def test_pages_of_twenty_give_each_quote_once_in_the_middle_of_a_story_too(nina):
    moment = timezone.now() - timedelta(days=1)
    for story in range(3):
        an_edition(*(a_quote(f"<p>{story}, {n}</p>") for n in range(15)), at=moment)
    pages = [[quote.words for quote in page] for page in walk(nina, BANK)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert [each for page in pages for each in page] == [f"{story}, {n}" for story in (2, 1, 0) for n in range(15)]


@pytest.mark.parametrize("before", ["", "2026", "2026-05-01T09:00:00.000000Z_1", "2026-05-01T09:00:00.000000Z_1_0"])
def test_beyond_the_last_page_and_at_places_nobody_wrote_is_nothing(nina, before):
    an_edition(a_quote(), at=kyiv(2026, 6, 1, 9))
    assert nina.get(BANK, {"before": before}).status_code == 404


def test_only_what_readers_can_see_is_there(nina):
    withdraw(an_edition(a_quote()), None)
    published(an_article(a_quote()), at=timezone.now() + timedelta(hours=1))
    an_edition(a_quote(en="<p>It stands.</p>"), language="en")
    assert words(nina) == []


def test_banks_lead_to_those_of_other_languages_that_have_words_in_them(nina):
    an_edition(a_quote(en="<p>It stands.</p>"), language="en")
    assert nina.get(BANK).wsgi_request.alternates == {"uk": BANK, "en": "/en/quotes/"}


@pytest.mark.parametrize("path", ["/uk/", "/uk/speakers/ada/", "/uk/404/"])
def test_pages_lead_to_the_bank(nina, path):
    an_edition(a_quote(speaker=a_speaker(uk="Ада")))
    assert 'href="/uk/quotes/"' in nina.get(path).text
