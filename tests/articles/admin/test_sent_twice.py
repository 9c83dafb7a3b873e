"""A save whose answer never came is sent again: it is saved once, with whatever was typed since."""

from uuid import uuid4

import pytest

from articles.models import Article, Block, Citation, Edition
from tests.articles.admin.sent import Form, after, story_of
from tests.builders import a_source, a_text, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def test_a_story_sent_twice_is_saved_once_and_says_so(desk):
    article = an_article(a_text())
    form = Form(desk, article).fill(headline_uk="Міст відкрито").add("texts", text_uk="<p>Новий.</p>", uid=uuid4())
    form.save()
    versions = article.versions.count()
    page = after(desk, form.save())
    assert "This was saved already" in page
    assert (article.versions.count(), article.blocks.count()) == (versions, 2)


def test_a_new_story_sent_twice_is_one_story(desk):
    form = Form(desk).fill(headline_uk="Міст відкрито").add("texts", text_uk="<p>Новий.</p>", uid=uuid4())
    first, second = form.save(), form.save()
    assert story_of(first) == story_of(second)
    assert (Article.objects.count(), Block.objects.count()) == (1, 1)


def test_what_was_typed_since_is_saved_into_the_same_story_and_block(desk):
    form = Form(desk).fill(headline_uk="Міст").add("texts", text_uk="<p>Раз.</p>", uid=uuid4())
    form.save()
    answer = form.fill(headline_uk="Міст відкрито", **{"texts-0-text_uk": "<p>Раз і два.</p>"}).save()
    assert answer.status_code == 302
    assert Article.objects.get().headline_uk == "Міст відкрито"
    assert Block.objects.get().text_uk == "<p>Раз і два.</p>"


def test_published_twice_is_published_once(desk):
    article = an_article(a_text())
    form = Form(desk, article).fill(headline_uk="Міст відкрито")
    form.publish("uk")
    form.publish("uk")
    assert Edition.objects.get(article=article).publications.count() == 1


def test_saved_first_and_published_with_the_same_form_is_published(desk):
    article = an_article(a_text())
    form = Form(desk, article).fill(headline_uk="Міст відкрито")
    form.save()
    form.publish("uk")
    assert Edition.objects.get(article=article).live.content["headline"] == "Міст відкрито"


def test_a_uid_that_another_story_has_is_not_taken(desk):
    other = an_article(a_text())
    article = an_article()
    Form(desk, article).add("texts", text_uk="<p>Моє.</p>", uid=other.blocks.get().uid).save()
    assert article.blocks.get().text_uk == "<p>Моє.</p>"
    assert article.blocks.get().uid != other.blocks.get().uid


def test_a_source_sent_twice_is_cited_once(desk):
    form = Form(desk, an_article(a_text())).add("citations", source=a_source().pk, title="Звіт", uid=uuid4())
    form.save(), form.save()
    assert Citation.objects.count() == 1


def test_a_source_begun_and_left_empty_holds_nothing_back(desk):
    article = an_article(a_text())
    form = Form(desk, article).add("citations", source="", title="", url="", uid=uuid4()).fill(headline_uk="Міст")
    assert form.save().status_code == 302
    form.keep()
    assert not Citation.objects.exists()
    assert "is not saved." not in Form(desk, article).html


def test_a_word_taken_back_in_a_form_without_answers_is_taken_back(desk):
    form = Form(desk, an_article(headline_uk="Міст"))
    for headline in ("Міст відкрито", "Міст закрито", "Міст відкрито"):
        assert form.fill(headline_uk=headline).save().status_code == 302
    assert Article.objects.get().headline_uk == "Міст відкрито"
