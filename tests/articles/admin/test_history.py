"""Every version of a story can be looked at, compared and brought back, by those who may write there."""

import pytest

from articles.models import Article, Reason, Speaker
from tests.articles.admin.sent import Form, after
from tests.builders import a_quote, a_text, an_article, changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def address(article, *parts):
    return f"/admin/articles/article/{article.pk}/history/" + "".join(f"{part}/" for part in parts)


def test_the_list_says_who_when_and_why_and_the_form_leads_there(desk, maria):
    article = an_article(a_text())
    form = Form(desk, article).fill(headline_uk="Міст відкрито для всіх")
    assert address(article) in form.html
    form.save()
    page = desk.get(address(article)).text
    assert "saved" in page and "Maria" in page and page.count('name="old"') == article.versions.count() == 2


def test_the_two_chosen_are_compared_the_older_one_first(desk):
    article = an_article()
    changed(article, headline_uk="Інше")
    answer = desk.get(address(article, "compare"), {"old": "2", "new": "1"})
    assert answer.headers["Location"] == address(article, 1, 2)
    answer = desk.get(address(article, "compare"), {"old": "1", "new": "0"})
    assert answer.headers["Location"] == address(article, 1, 0)


def test_a_comparison_shows_the_words_that_went_and_came(desk):
    article = an_article(headline_uk="Міст відкрито")
    changed(article, headline_uk="Міст закрито")
    page = desk.get(address(article, 1, 2)).text
    assert '<del><span class="visually-hidden">Gone: </span> відкрито' in page
    assert '<ins><span class="visually-hidden">New: </span> закрито' in page


def test_markup_in_a_text_is_shown_as_words(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    article.blocks.update(text_uk="<p>Два &lt;script&gt;.</p>")
    changed(article, headline_uk="Інше")
    page = desk.get(address(article, 1, 2)).text
    assert "&lt;script&gt;" in page and "<script>." not in page


def test_two_that_are_the_same_are_said_to_be(desk):
    article = an_article()
    assert "Both are the same." in desk.get(address(article, 1, 0)).text


def test_a_version_is_restored_from_the_comparison(desk, maria):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    Form(desk, article).fill(headline_uk="Інше", **{"texts-0-text_uk": "<p>Два.</p>"}).save()
    answer = desk.post(address(article, 1, "restore"))
    assert "Restored from version 1." in after(desk, answer)
    assert (Article.objects.get().headline_uk, article.blocks.get().text_uk) == ("Міст", "<p>Раз.</p>")
    assert article.versions.first().reason == Reason.RESTORATION


def test_one_piece_is_restored(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    Form(desk, article).fill(headline_uk="Інше", **{"texts-0-text_uk": "<p>Два.</p>"}).save()
    desk.post(address(article, 1, "restore"), {"piece": f"block:{article.blocks.get().uid}"})
    assert (Article.objects.get().headline_uk, article.blocks.get().text_uk) == ("Інше", "<p>Раз.</p>")


@pytest.mark.parametrize("piece", ["block:rubbish", "xyz", "authors", "point:", "id"])
def test_what_is_no_piece_restores_nothing(desk, piece):
    article = an_article()
    assert desk.post(address(article, 1, "restore"), {"piece": piece}).status_code == 404
    assert article.versions.count() == 1


def test_what_was_deleted_since_is_said_to_stay_away(desk):
    article = an_article(a_quote())
    article.blocks.all().delete()
    Speaker.objects.all().delete()
    page = after(desk, desk.post(address(article, 1, "restore")))
    assert "In 1 place it names something that was deleted since; that stays away." in page


def test_a_form_that_is_open_meanwhile_meets_what_was_restored(desk):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    changed(article, headline_uk="Інше")
    form = Form(desk, article)
    desk.post(address(article, 1, "restore"))
    assert form.fill(lead_uk="Інший лід").save().status_code == 302
    article.refresh_from_db()
    assert (article.headline_uk, article.lead_uk) == ("Міст", "Інший лід")


def test_a_translator_restores_their_language_alone(client, taras):
    article = an_article(headline_uk="Міст", headline_en="The bridge", languages=("uk", "en"))
    changed(article, headline_uk="Інше", headline_en="Other")
    client.force_login(taras)
    client.post(address(article, 1, "restore"))
    article.refresh_from_db()
    assert (article.headline_uk, article.headline_en) == ("Інше", "The bridge")


def test_an_author_of_the_original_brings_back_no_text_of_another_language(client, olha):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), headline_uk="Міст", languages=("uk", "en"))
    article.blocks.update(text_uk="<p>Два.</p>", text_en="<p>Two.</p>")
    changed(article, headline_uk="Інше", headline_en="Another")
    client.force_login(olha)
    page = after(client, client.post(address(article, 1, "restore")))
    article.refresh_from_db()
    block = article.blocks.get()
    assert (article.headline_uk, article.headline_en) == ("Міст", "Another")
    assert (block.text_uk, block.text_en) == ("<p>Раз.</p>", "<p>Two.</p>")
    assert "Тексти мовами, якими ви не пишете, лишилися без змін." in page


def test_what_is_not_there_is_nothing_and_looking_restores_nothing(desk):
    article = an_article()
    assert desk.get(address(article, 1, 9)).status_code == 404
    assert desk.post(address(article, 9, "restore")).status_code == 404
    assert desk.get(address(article, 1, "restore")).status_code == 405


def test_a_long_story_is_compared_by_as_many_queries_as_a_short_one(desk, django_assert_max_num_queries):
    article = an_article(*[a_quote() for _quote in range(20)])
    changed(article, headline_uk="Інше")
    desk.get(address(article, 1, 0))
    with django_assert_max_num_queries(24):
        desk.get(address(article, 1, 0))


def test_the_list_costs_the_same_for_many_versions_and_has_pages(desk, django_assert_max_num_queries):
    article = an_article()
    for number in range(30):
        changed(article, headline_uk=f"Назва {number}")
    with django_assert_max_num_queries(14):
        page = desk.get(address(article)).text
    assert page.count('name="old"') == 25 and "Older" in page
    assert desk.get(address(article), {"p": "2"}).text.count('name="old"') == 6
