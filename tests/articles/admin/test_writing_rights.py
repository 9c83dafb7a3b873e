"""Who may write what: a translator a language, an author the story, a publisher what readers see."""

import pytest

from articles.models import Article, Edition
from newsroom.editorial.stages import Stage
from tests.articles.admin.sent import Form
from tests.builders import a_category, a_point, a_quote, a_speaker, a_text, an_article, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def translated():
    parts = (a_text(en="<p>Traffic began.</p>"), a_point(en="Traffic is back."))
    return an_article(*parts, languages=("uk", "en"))


def sent_by(client, person, article, **values):
    client.force_login(person)
    return Form(client, article).fill(**values)


def test_a_translator_changes_their_language_and_nothing_else(client, taras, translated):
    form = sent_by(client, taras, translated, headline_en="The bridge opens", headline_uk="Чуже")
    form.fill(**{"texts-0-text_en": "<p>Cars drive.</p>", "texts-0-text_uk": "<p>Чуже.</p>", "kind": "opinion"}).save()
    translated.refresh_from_db()
    block = translated.blocks.get()
    assert (translated.headline_en, block.text_en) == ("The bridge opens", "<p>Cars drive.</p>")
    assert (translated.headline_uk, translated.kind) == ("Міст відкрито", "news")
    assert block.text_uk == "<p>Рух відкрили зранку.</p>"


def test_a_translator_neither_adds_nor_removes_nor_moves_blocks(client, taras, translated):
    form = sent_by(client, taras, translated).add("texts", text_en="<p>Smuggled.</p>")
    form.fill(**{"texts-0-DELETE": "on", "points-0-DELETE": "on", "texts-0-ordering": "77", "texts-0-left_out": ["en"]})
    form.fill(_clone=f"articles.textblock:{translated.blocks.get().pk}", _clone_region="main", _clone_ordering=1)
    form.save()
    block = translated.blocks.get()
    assert (block.ordering, block.left_out, translated.points.count()) == (0, [], 1)


def test_a_translator_reads_the_original_but_can_not_type_into_it(client, taras, translated):
    html = sent_by(client, taras, translated).html
    assert "Міст відкрито" in html
    assert "_publish" not in html
    assert "headline_uk" not in Form(client, translated).values


@pytest.mark.parametrize("languages", [["uk"], ["en"], []])
def test_a_translator_can_not_publish_by_a_forged_request(client, taras, translated, languages):
    answer = sent_by(client, taras, translated, headline_en="Forged", publish=languages).press("_publish")
    assert answer.status_code == 403
    assert not Edition.objects.filter(stage=Stage.PUBLISHED).exists()
    assert Article.objects.get().headline_en == "The bridge is open"


def test_an_author_writes_but_does_not_publish(client, olha):
    client.force_login(olha)
    form = Form(client, langs="uk").fill(headline_uk="Міст", category=a_category().pk)
    form.add("quotes", text_uk="<p>Так.</p>", speaker=a_speaker().pk)
    assert form.press("_publish").status_code == 403
    assert not Article.objects.exists()
    form.save()
    assert Article.objects.get().blocks.count() == 1


def test_an_author_of_one_language_starts_stories_in_no_other(client, olha):
    client.force_login(olha)
    form = Form(client, langs="uk").fill(headline_uk="Міст", category=a_category().pk, original_language="pl")
    assert form.save().status_code == 200
    assert not Article.objects.exists()


def test_a_translator_starts_no_story(client, taras):
    client.force_login(taras)
    assert client.get("/admin/articles/article/add/").status_code == 403


def test_whoever_has_no_role_sees_no_story(client, taras, translated):
    taras.roles.all().delete()
    client.force_login(taras)
    assert client.get(f"/admin/articles/article/{translated.pk}/change/").status_code == 403


def test_a_translator_withdraws_nothing(client, taras):
    edition = published(an_article(a_quote()))
    client.force_login(taras)
    answer = client.post(f"/admin/articles/article/{edition.article_id}/withdraw/uk/")
    edition.refresh_from_db()
    assert (answer.status_code, edition.stage) == (403, Stage.PUBLISHED)
