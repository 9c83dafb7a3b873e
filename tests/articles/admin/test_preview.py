"""A story is seen as readers would see it before it is saved, and nothing is written for it."""

import re
from uuid import uuid4

import pytest

from articles.models import Article, Block, WorkingCopy
from tests.articles.admin.sent import Form
from tests.builders import a_citation, a_picture, a_picture_block, a_point, a_quote, a_speaker, a_text, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def previewed(form, language="uk", **values):
    """Press Preview; return the page in the frame."""
    form.fill(**values)
    address = re.search('formaction="([^"]+)"', form.html)[1].replace("&amp;", "&")
    answer = form.type_to(f"{address}&language={language}")
    assert answer.status_code == 302
    shell = form.client.get(answer.headers["Location"])
    assert shell.status_code == 200
    return form.client.get(re.search('<iframe class="preview-frame" src="([^"]+)"', shell.text)[1])


def everything_in(article):
    return Article.objects.filter(pk=article.pk).values().get(), list(Block.objects.order_by("pk").values())


def test_what_is_typed_is_in_the_page_and_the_database_is_as_it_was(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    before = everything_in(article)
    form = Form(desk, article).add("quotes", text_uk="<p>Так.</p>", speaker=str(a_speaker("Ада Лозова").pk))
    page = previewed(form, headline_uk="Міст відкрито", **{"texts-0-text_uk": "<p>Раз і два.</p>"})
    assert page.status_code == 200
    for words in ("<h1", "Міст відкрито", "Раз і два.", "Так.", "Ада Лозова", "Попередній перегляд"):
        assert words in page.text
    assert everything_in(article) == before
    assert article.versions.count() == 1


def test_each_language_has_its_page(desk):
    article = an_article(a_text(en="<p>One.</p>"), headline_en="The bridge", languages=("uk", "en"))
    page = previewed(Form(desk, article), "en", headline_en="The bridge is open")
    assert '<html lang="en"' in page.text and "The bridge is open" in page.text and "One." in page.text


def test_a_story_that_was_never_saved_can_be_seen(desk):
    form = Form(desk).fill(headline_uk="Міст відкрито").add("texts", text_uk="<p>Раз.</p>", uid=uuid4())
    page = previewed(form)
    assert "Міст відкрито" in page.text and "Раз." in page.text
    assert not Article.objects.exists()


def test_a_half_written_story_can_be_seen(desk):
    article = an_article(a_quote(speaker=None), category=None, headline_uk="")
    page = previewed(Form(desk, article))
    assert page.status_code == 200


def test_what_is_saved_is_shown_where_nothing_is_typed(desk):
    article = an_article(
        a_text(), a_quote(), a_picture_block(picture=a_picture()), a_point(uk="Пункт"), a_citation(title="Звіт"),
        headline_uk="Міст", picture=a_picture(),
    )  # fmt: skip
    page = desk.get(f"/admin/articles/article/{article.pk}/preview/page/uk/").text
    for words in ("Міст", "Рух відкрили зранку.", "Пункт", "Звіт", "<img"):
        assert words in page
    assert "As it is saved." in desk.get(f"/admin/articles/article/{article.pk}/preview/").text


def test_the_page_may_stand_in_our_own_frame_alone_and_is_kept_nowhere(desk):
    article = an_article(a_text())
    shell = desk.get(f"/admin/articles/article/{article.pk}/preview/")
    page = desk.get(f"/admin/articles/article/{article.pk}/preview/page/uk/")
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self';" in f"{page.headers['Content-Security-Policy']};"
    assert "style-src-attr 'unsafe-inline'" in page.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in shell.headers["Content-Security-Policy"]
    assert "frame-src" in shell.headers["Content-Security-Policy"]
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_another_s_unsaved_text_is_not_shown(client, desk, olha):
    article = an_article(headline_uk="Міст")
    WorkingCopy.objects.create(article=article, person=olha, key=uuid4(), data="headline_uk=%D0%A7%D1%83%D0%B6%D0%B5")
    assert "Чуже" not in desk.get(f"/admin/articles/article/{article.pk}/preview/page/uk/").text
    key = WorkingCopy.objects.create(person=olha, key=uuid4(), data="headline_uk=x").key
    assert desk.get(f"/admin/articles/article/preview/{key}/").status_code == 404


def test_a_language_nobody_knows_has_no_page(desk):
    assert desk.get(f"/admin/articles/article/{an_article().pk}/preview/page/xx/").status_code == 404


def test_a_preview_is_seen_by_a_fixed_number_of_queries(desk, django_assert_max_num_queries):
    article = an_article(*[a_quote() for _quote in range(12)])
    with django_assert_max_num_queries(24):
        desk.get(f"/admin/articles/article/{article.pk}/preview/page/uk/")


def test_a_preview_of_what_is_saved_leaves_no_unsaved_text(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    page = previewed(Form(desk, article))
    assert "Міст" in page.text
    assert not WorkingCopy.objects.exists()


def test_a_preview_beside_a_text_typed_before_says_that_it_shows_that_one(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    Form(desk, article).fill(headline_uk="Міст відкрито").keep()
    form = Form(desk, article)
    address = re.search('formaction="([^"]+)"', form.html)[1].replace("&amp;", "&")
    shell = desk.get(form.type_to(address).headers["Location"])
    assert "This shows the text you typed before" in shell.text
