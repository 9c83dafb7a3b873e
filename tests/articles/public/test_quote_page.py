"""A quote has an address of its own, for those who cite it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from articles.models import FormerSlug
from articles.publishing import publish, withdraw
from tests.builders import a_quote, a_speaker, a_text, an_article, an_edition, changed, published

pytestmark = pytest.mark.django_db


def address(quote, language="uk"):
    return f"/{language}/quotes/{quote.uid}/"


def left_out(article, quote, *languages):
    quote.left_out = languages
    quote.save()
    return publish(changed(article).editions.get(language="uk"), None)


def test_a_quote_has_an_address_of_its_own(nina):
    quote = a_quote("<p>Стоїть.</p>")
    story = an_edition(quote)
    said = story.quotes.get()
    assert said.get_absolute_url() == address(quote)
    html = nina.get(address(quote)).text
    assert "<p>Стоїть.</p>" in html
    assert f'<link rel="canonical" href="http://localhost:8000{address(quote)}">' in html
    assert f'href="{story.get_absolute_url()}#quote-{quote.uid}"' in html


def test_the_words_to_copy_say_whose_they_are_without_any_script(nina):
    speaker = a_speaker(uk="Ада", office={"title_uk": "голова"})
    quote = a_quote("<p>Стоїть & <em>стоїть</em>.</p>", speaker=speaker, said_on=date(2026, 5, 1))
    an_edition(quote)
    html = nina.get(address(quote)).text
    copied = html[html.index("data-copy-text>") + len("data-copy-text>") :].partition("</p>")[0]
    assert copied.startswith("«Стоїть &amp; стоїть.» — Ада, голова, ")
    assert copied.endswith(f"http://localhost:8000{address(quote)}")
    assert "1 травня 2026" in copied


def test_the_page_says_once_on_which_day_it_was_said(nina):
    quote = a_quote(said_on=date(2026, 5, 1))
    an_edition(quote)
    page = nina.get(address(quote)).text
    assert page.count("Сказано") == 1
    assert '<h1 class="meta">Сказано <time datetime="2026-05-01">1 травня 2026</time></h1>' in page


def test_who_has_no_page_is_cited_in_the_words_of_the_story(nina):
    quote = a_quote(speaker=None, attribution_uk="перехожа на мосту")
    an_edition(quote)
    assert "» — перехожа на мосту, " in nina.get(address(quote)).text


def test_a_quote_is_offered_in_the_languages_whose_readers_can_have_it(nina):
    quote = a_quote(en="<p>It stands.</p>", pl="<p>Stoi.</p>", left_out=["pl"])
    article = an_article(quote, a_text(en="<p>Yes.</p>", pl="<p>Tak.</p>"), languages=("uk", "en", "pl"))
    for code in ("uk", "en", "pl"):
        published(article, code)
    assert nina.get(address(quote)).wsgi_request.alternates == {
        "uk": address(quote),
        "en": address(quote, "en"),
    }
    lost = nina.get(address(quote, "pl"))
    assert (lost.status_code, lost.context["elsewhere"].keys()) == (404, {"uk", "en"})


def test_an_address_that_never_was_one_is_not_found(nina):
    an_edition(a_quote())
    assert nina.get(f"/uk/quotes/{uuid4()}/").status_code == 404
    assert nina.get("/uk/quotes/nope/").status_code == 404


def test_words_to_come_are_not_found(nina):
    quote = a_quote()
    edition = published(an_article(quote), at=timezone.now() + timedelta(hours=1))
    assert nina.get(address(quote)).status_code == 404
    withdraw(edition, None)
    assert nina.get(address(quote)).status_code == 404


def test_words_of_a_story_that_was_withdrawn_are_gone(nina):
    quote = a_quote(en="<p>It stands.</p>")
    article = an_article(quote, languages=("uk", "en"))
    published(article, "en")
    withdraw(published(article, "uk"), None)
    gone = nina.get(address(quote))
    assert (gone.status_code, gone.context["elsewhere"]) == (410, {"en": address(quote, "en")})


def test_words_of_a_story_that_came_off_by_itself_are_gone(nina):
    quote = a_quote()
    now = timezone.now()
    edition = published(an_article(quote), at=now - timedelta(hours=2), until=now + timedelta(hours=1))
    type(edition).objects.filter(pk=edition.pk).update(withdraw_at=now - timedelta(hours=1))
    gone = nina.get(address(quote))
    assert (gone.status_code, gone.context["until"]) == (410, now - timedelta(hours=1))
    an_edition()  # whoever publishes next writes down what has come off
    gone = nina.get(address(quote))
    assert (gone.status_code, gone.context["until"]) == (410, now - timedelta(hours=1))


def test_words_that_were_left_out_are_gone_and_lead_to_their_story(nina):
    quote = a_quote()
    article = an_article(a_text(), quote)
    story = published(article)
    left_out(article, quote, "uk")
    gone = nina.get(address(quote))
    assert gone.status_code == 410
    assert f'href="{story.get_absolute_url()}"' in gone.text


def test_words_that_come_back_stand_where_they_stood(nina):
    quote = a_quote()
    article = an_article(a_text(), quote)
    withdraw(published(article), None)
    published(article)
    left_out(article, quote, "uk")
    left_out(article, quote)
    assert nina.get(address(quote)).status_code == 200
    assert not FormerSlug.objects.exists()


def test_a_story_that_moves_takes_its_words_along(nina):
    quote = a_quote()
    article = an_article(quote, slug_uk="mist")
    published(article)
    story = published(changed(article, slug_uk="novyi-mist"))
    assert f'href="{story.get_absolute_url()}#quote-{quote.uid}"' in nina.get(address(quote)).text
