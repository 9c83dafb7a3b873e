"""A translation knows what it was made from, so nobody has to remember that it is behind."""

import unicodedata

import pytest

from articles.desk.saving import settle
from articles.models import Origin
from tests.builders import a_point, a_text, an_article, changed, published

pytestmark = pytest.mark.django_db


TEXTS = {"headline_uk": "Міст відкрито", "headline_en": "Bridge open", "headline_pl": "Most otwarty"}


@pytest.fixture
def bridge():
    return an_article(**TEXTS)


def behind(article):
    return {each.language: each.behind for each in article.editions.all()}


def test_a_fresh_translation_is_true_to_its_original(bridge):
    assert behind(bridge) == {"uk": 0, "en": 0, "pl": 0}


def test_one_changed_word_of_the_original_puts_every_translation_behind(bridge):
    changed(bridge, headline_uk="Міст закрито")
    assert behind(bridge) == {"uk": 0, "en": 1, "pl": 1}


def test_translating_the_new_text_catches_up_in_that_language_alone(bridge):
    changed(bridge, headline_uk="Міст закрито")
    changed(bridge, headline_en="Bridge closed")
    assert behind(bridge) == {"uk": 0, "en": 0, "pl": 1}
    origin = Origin.objects.get(edition=bridge.editions.get(language="en"))
    assert (origin.source_language, origin.source_text) == ("uk", "Міст закрито")


def test_an_original_that_returns_to_its_old_words_brings_its_translations_back(bridge):
    changed(bridge, headline_uk="Міст закрито")
    changed(bridge, headline_uk="Міст відкрито")
    assert behind(bridge)["en"] == 0


def test_spaces_and_composed_letters_are_no_change():
    article = an_article(headline_uk="Їжак на мосту", headline_en="A hedgehog on the bridge")
    changed(article, headline_uk="Їжак  на мосту")
    changed(article, headline_uk=unicodedata.normalize("NFD", "Їжак на мосту"))
    assert behind(article)["en"] == 0


def test_moving_blocks_around_is_no_change():
    blocks = [a_text(uk=f"<p>{n}</p>", en=f"<p>{n} en</p>") for n in "12"]
    article = an_article(*blocks, languages=("uk", "en"))
    blocks[0].ordering = 9
    blocks[0].save()
    settle(article, {}, None)
    assert behind(article)["en"] == 0


def test_a_new_piece_is_missing_in_a_translation_until_it_is_left_out_there():
    block = a_text(uk="<p>Доповнення.</p>", pl="<p>Uzupełnienie.</p>")
    article = an_article(block, **TEXTS)
    assert behind(article) == {"uk": 0, "en": 1, "pl": 0}
    block.left_out = ["en"]
    block.save()
    settle(article, {}, None)
    assert behind(article)["en"] == 0


def test_a_point_is_a_piece_like_any_other():
    assert behind(an_article(a_point(uk="Рух відновлено."), **TEXTS))["pl"] == 1


def test_the_old_translation_stays_with_readers_while_it_is_behind(bridge):
    published(bridge, "uk")
    published(bridge, "en")
    changed(bridge, headline_uk="Міст закрито")
    published(bridge, "uk")
    assert bridge.editions.get(language="en").headline == "Bridge open"
    assert bridge.editions.get(language="en").live.content["headline"] == "Bridge open"


def test_a_language_nobody_wrote_in_has_no_edition():
    assert [each.language for each in an_article(headline_uk="Міст").editions.all()] == ["uk"]


def test_any_language_can_be_the_original():
    article = an_article(headline_en="Bridge open", headline_uk="Міст відкрито", original_language="en")
    changed(article, headline_en="Bridge closed")
    assert behind(article) == {"en": 0, "uk": 1}


def test_a_block_removed_takes_its_origin_with_it():
    block = a_text(uk="<p>Так.</p>", en="<p>Yes.</p>")
    article = an_article(block, languages=("uk", "en"))
    assert Origin.objects.filter(piece__startswith="block").exists()
    block.delete()
    settle(article, {}, None)
    assert not Origin.objects.filter(piece__startswith="block").exists()
