"""Bad input gets a clear answer that names the place and the language, and nothing typed is lost."""

import pytest

from articles.models import Article, Edition
from articles.publishing import withdraw
from newsroom.editorial.stages import Stage
from tests.articles.admin.sent import Form, after
from tests.builders import (
    a_category,
    a_picture,
    a_picture_block,
    a_quote,
    a_text,
    an_article,
    an_edition,
    published,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client, maria):
    client.force_login(maria)
    return client


def published_languages():
    return set(Edition.objects.filter(stage=Stage.PUBLISHED).values_list("language", flat=True))


def test_a_quote_without_a_speaker_is_kept_and_not_published(at_desk):
    article = an_article(a_text())
    answer = Form(at_desk, article).add("quotes", text_uk="<p>Хтось сказав.</p>").publish("uk")
    page = after(at_desk, answer)
    block = article.blocks.last()
    assert "Ukrainian: the quote in block 2 has no speaker." in page
    assert f'href="#block-{block.uid}"' in page and f'id="block-{block.uid}"' in page
    assert (block.text_uk, published_languages()) == ("<p>Хтось сказав.</p>", set())


def test_one_language_that_is_not_ready_holds_back_the_others(at_desk):
    article = an_article(a_text())
    page = after(at_desk, Form(at_desk, article).publish("uk", "en"))
    assert "English: the headline is missing." in page
    assert 'href="#id_headline_en"' in page
    assert published_languages() == set()


def test_a_refused_language_is_opened_to_be_mended(at_desk):
    article = an_article(a_text())
    page = after(at_desk, Form(at_desk, article, langs="uk").publish("pl"))
    assert 'id="id_headline_pl"' in page


def test_an_unknown_language_in_the_address_is_passed_over(at_desk):
    article = an_article(a_text())
    page = at_desk.get(f"/admin/articles/article/{article.pk}/change/?langs=xx,pl&refused=xx").content.decode()
    assert 'id="id_headline_pl"' in page and 'id="id_headline_uk"' not in page


def test_two_editions_never_share_a_slug(at_desk):
    taken = an_edition(slug_uk="mist", headline_uk="Перша назва")
    article = an_article(a_text(), slug_uk="mist", category=taken.category)
    page = after(at_desk, Form(at_desk, article).publish("uk"))
    assert "the slug “mist” belongs to “Перша назва”" in page
    assert Edition.objects.get(article=article).stage == Stage.DRAFT


def test_a_script_that_was_pasted_is_taken_out(at_desk):
    article = an_article(a_text())
    Form(at_desk, article).fill(**{"texts-0-text_uk": '<p onclick="x()">Так<script>alert(1)</script></p>'}).save()
    assert article.blocks.get().text_uk == "<p>Так</p>"


def test_a_form_error_names_field_and_language_and_keeps_what_was_typed(at_desk):
    article = an_article(a_text(), a_quote())
    form = Form(at_desk, article).fill(headline_en="x" * 201, lead_uk="Новий лід")
    form.add("texts", text_en="<p>Not lost.</p>").fill(**{"quotes-0-said_on": "someday"})
    page = form.save().content.decode()
    assert '<a href="#id_headline_en">Headline · English</a>' in page
    assert '<a href="#id_quotes-0-said_on">Quote 1 · Said on</a>' in page
    assert "Новий лід" in page and "Not lost." in page
    assert not Article.objects.get().lead_uk


def test_a_story_without_a_category_is_kept_and_not_published(at_desk):
    form = Form(at_desk).fill(headline_uk="Без рубрики").add("texts", text_uk="<p>Текст.</p>")
    page = after(at_desk, form.publish("uk"))
    assert '<a href="#id_category">Ukrainian: the story has no category. Choose one, then publish.</a>' in page
    assert "Без рубрики" in page and "Текст." in page and 'id="id_category"' in page
    article = Article.objects.get()
    assert (article.category, published_languages()) == (None, set())
    Form(at_desk, article).fill(category=a_category().pk).publish("uk")
    assert published_languages() == {"uk"}


def test_readers_keep_a_live_story_whose_category_was_taken_off_the_desk(at_desk, nina):
    edition = published(an_article(a_text()))
    page = after(at_desk, Form(at_desk, edition.article).fill(category="").publish("uk"))
    assert "Ukrainian: the story has no category." in page
    assert nina.get(edition.get_absolute_url()).status_code == 200


def test_a_story_no_reader_has_had_does_not_go_live_in_the_past(at_desk):
    article = an_article(a_text())
    page = Form(at_desk, article).fill(goes_live="2020-05-01T18:00").publish("uk").content.decode()
    assert "This moment is in the past. Leave it empty to publish now." in page
    assert published_languages() == set()


def test_a_story_that_came_back_may_keep_an_old_date(at_desk):
    edition = published(an_article(a_text()))
    withdraw(edition, None)
    Form(at_desk, edition.article).fill(goes_live="2020-05-01T18:00").publish("uk")
    assert published_languages() == {"uk"}


@pytest.mark.parametrize("field", ["goes_live", "embargo"])
@pytest.mark.parametrize("ticked", [["uk"], ["uk", "en"]], ids=["live", "live and new"])
def test_what_readers_have_is_not_held_back_by_a_moment_to_come(at_desk, field, ticked):
    article = an_article(a_text(), languages=("uk", "en"))
    edition = published(article)
    form = Form(at_desk, article).fill(headline_uk="Нова назва", **{field: "2099-05-01T18:00"})
    page = form.publish(*ticked).content.decode()
    assert f'<a href="#id_{field}">' in page
    assert "Readers have this story already: Українська. Leave this empty to publish the changes now" in page
    assert "Нова назва" in page and 'value="2099-05-01T18:00"' in page
    edition.refresh_from_db()
    assert (edition.headline, published_languages()) == ("Міст відкрито", {"uk"})


def test_a_language_that_is_not_live_is_scheduled_beside_a_live_one(at_desk):
    article = an_article(a_text(), languages=("uk", "en"))
    published(article)
    Form(at_desk, article).fill(goes_live="2099-05-01T18:00", embargo="2099-05-01T18:00").publish("en")
    assert Edition.objects.get(language="en").is_scheduled


def test_the_embargo_of_another_language_does_not_stand_in_the_way_of_changes(at_desk):
    article = an_article(a_text(), languages=("uk", "en"))
    edition = published(article)
    Form(at_desk, article).fill(embargo="2099-05-01T18:00").publish("en")
    Form(at_desk, article).fill(headline_uk="Нова назва").publish("uk")
    edition.refresh_from_db()
    assert (edition.headline, edition.embargo_until) == ("Нова назва", None)


def test_a_moment_to_come_keeps_nobody_from_saving(at_desk):
    article = an_article(a_text())
    published(article)
    Form(at_desk, article).fill(headline_uk="Нова назва", goes_live="2099-05-01T18:00").save()
    assert Article.objects.get().headline_uk == "Нова назва"


def test_a_moment_that_is_none_is_refused_and_shown(at_desk):
    article = an_article(a_text())
    page = Form(at_desk, article).fill(goes_live="tomorrow").publish("uk").content.decode()
    assert '<a href="#id_goes_live">Goes live</a>' in page
    assert published_languages() == set()


@pytest.mark.parametrize("place", ["lead picture", "block"])
def test_a_picture_nobody_described_is_a_tab_away(at_desk, place):
    picture = a_picture(alt_uk="")
    article = an_article(picture=picture) if place == "lead picture" else an_article(a_picture_block(picture=picture))
    page = after(at_desk, Form(at_desk, article).publish("uk"))
    address = f"/admin/pictures/picture/{picture.pk}/change/"
    way = f'<a href="{address}#id_alt_uk" target="_blank" rel="noopener">Ukrainian: the picture “Міст” has no'
    assert page.count(way) == 2  # in the list of problems and in the checks
    assert 'id="id_alt_uk"' in at_desk.get(address).text
