"""A version comes back as a whole or by the piece, and only on the desk."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from articles.desk.comparing import compare
from articles.desk.restoring import restore
from articles.desk.saving import for_desk, settle
from articles.desk.standing import desk_in
from articles.desk.versions import snapshot
from articles.models import Article, Reason, Speaker
from tests.builders import (
    a_category,
    a_citation,
    a_heading,
    a_picture,
    a_picture_block,
    a_point,
    a_quote,
    a_text,
    a_topic,
    an_article,
    an_author,
    changed,
    published,
)

pytestmark = pytest.mark.django_db


def a_full_story(**fields):
    article = an_article(
        a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), a_quote(), a_heading(), a_picture_block(picture=a_picture()),
        a_point(uk="Пункт"), a_citation(title="Звіт"),
        headline_en="The bridge", languages=("uk", "en"), **fields,
    )  # fmt: skip
    article.topics.add(a_topic())
    article.authorships.create(author=an_author())
    settle(article, {}, None)
    return article


def stripped(article):
    """Change everything there is to change, and keep it."""
    article.blocks.all().delete()
    article.points.all().delete()
    article.citations.all().delete()
    article.topics.clear()
    article.authorships.all().delete()
    changed(article, headline_uk="Інше", headline_en="", category=a_category(uk="Інша"))


def test_a_whole_version_is_what_it_was(maria):
    article = a_full_story()
    version = article.versions.first()
    stripped(article)
    restore(article, version, maria)
    assert compare(desk_in(version.content), for_desk(article.pk)) == []


def test_a_version_from_before_sources_had_uids_comes_back(maria):
    article = an_article(a_citation(title="Звіт"))
    content = article.versions.get().content
    del content["citations"][0]["uid"]
    article.versions.update(content=content)
    article.citations.all().delete()
    restore(article, article.versions.get(), maria)
    assert article.citations.get().title == "Звіт" and article.citations.get().uid


def test_what_was_added_since_goes_and_what_is_there_keeps_its_row(maria):
    article = a_full_story()
    version = article.versions.first()
    rows = {str(block.uid): block.pk for block in article.blocks.all()}
    article.blocks.filter(kind="text").update(text_uk="<p>Два.</p>")
    a_text().__class__.objects.create(parent=article, text_uk="<p>Зайве.</p>", ordering=50)
    restore(article, version, maria)
    assert {str(block.uid): block.pk for block in article.blocks.all()} == rows


def test_it_is_a_version_of_its_own_and_readers_see_nothing(maria, nina):
    article = a_full_story()
    version = article.versions.first()
    edition = published(article)
    changed(article, headline_uk="Інше")
    restore(article, version, maria)
    newest = article.versions.first()
    assert (newest.reason, newest.by) == (Reason.RESTORATION, maria)
    assert Article.objects.get(pk=article.pk).changed_by == maria
    edition.refresh_from_db()
    assert edition.publications.count() == 1


def test_one_block_comes_back_and_the_rest_stays(maria):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    version = article.versions.first()
    first = article.blocks.first()
    article.blocks.update(text_uk="<p>Інше.</p>")
    restore(article, version, maria, f"block:{first.uid}")
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Раз.</p>", "<p>Інше.</p>"]


def test_a_block_that_was_removed_comes_back_with_its_uid(maria):
    article = an_article(a_quote(uk="<p>Так.</p>"))
    version, uid = article.versions.first(), article.blocks.get().uid
    article.blocks.all().delete()
    restore(article, version, maria, f"block:{uid}")
    block = article.blocks.get()
    assert (block.uid, block.kind, block.text_uk) == (uid, "quote", "<p>Так.</p>")


def test_a_block_that_was_not_there_yet_goes(maria):
    article = an_article()
    version = article.versions.first()
    changed(article, headline_uk="Інше")
    block = a_text().__class__.objects.create(parent=article, text_uk="<p>Нове.</p>")
    restore(article, version, maria, f"block:{block.uid}")
    assert not article.blocks.exists()
    assert Article.objects.get().headline_uk == "Інше"


def test_a_headline_comes_back_alone(maria):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    version = article.versions.first()
    changed(article, headline_uk="Інше", lead_uk="Інший лід")
    restore(article, version, maria, "headline")
    article.refresh_from_db()
    assert (article.headline_uk, article.lead_uk) == ("Міст", "Інший лід")


def test_a_translator_brings_back_the_texts_of_their_languages_and_nothing_else(taras):
    article = a_full_story()
    version = article.versions.first()
    category = a_category(uk="Інша")
    changed(article, headline_uk="Інше", headline_en="Other", category=category)
    article.blocks.filter(kind="text").update(text_uk="<p>Два.</p>", text_en="<p>Two.</p>")
    article.blocks.filter(kind="heading").delete()
    restore(article, version, taras, languages=["en", "pl"], arranges=False)
    article.refresh_from_db()
    assert (article.headline_uk, article.headline_en, article.category) == ("Інше", "The bridge", category)
    block = article.blocks.get(kind="text")
    assert (block.text_uk, block.text_en) == ("<p>Два.</p>", "<p>One.</p>")
    assert not article.blocks.filter(kind="heading").exists()


@pytest.mark.parametrize("piece", ["", "headline"])
def test_whoever_arranges_a_story_brings_back_no_language_they_do_not_write(maria, piece):
    article = a_full_story()
    version = article.versions.first()
    changed(article, headline_uk="Інше", headline_en="Other")
    article.blocks.filter(kind="text").update(text_en="<p>Two.</p>")
    with override("en"):
        restore(article, version, maria, piece, languages=["uk"])
    article.refresh_from_db()
    assert (article.headline_en, article.blocks.get(kind="text").text_en) == ("Other", "<p>Two.</p>")


def test_a_version_older_than_a_language_has_no_words_in_it():
    content = a_full_story().versions.first().content
    del content["article"]["headline_pl"]
    with override("pl"):
        assert not desk_in(content).headline_pl


def test_a_piece_brought_back_is_a_change_of_the_story(maria):
    article = a_full_story()
    block = article.blocks.get(kind="text")
    Article.objects.update(changed=timezone.now() - timedelta(days=3))
    restore(article, article.versions.first(), maria, f"block:{block.uid}")
    article.refresh_from_db()
    assert article.changed > timezone.now() - timedelta(minutes=1)


def test_who_was_deleted_since_stays_away(maria):
    article = an_article(a_quote(uk="<p>Так.</p>"))
    version = article.versions.first()
    article.blocks.all().delete()
    Speaker.objects.all().delete()
    restore(article, version, maria)
    block = article.blocks.get()
    assert (block.text_uk, block.speaker) == ("<p>Так.</p>", None)


def test_what_a_version_holds_is_what_the_desk_would_be():
    article = a_full_story()
    assert snapshot(desk_in(snapshot(for_desk(article.pk)))) == snapshot(for_desk(article.pk))
