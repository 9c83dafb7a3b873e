"""The list of stories: how each language stands, views in words, search in every language."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from articles.publishing import withdraw
from newsroom.editorial.stages import Stage
from tests.builders import a_category, a_text, an_article, an_author, an_edition, changed, published


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def rows(client, **query):
    return [str(story) for story in client.get("/admin/articles/article/", query).context["cl"].result_list]


def test_each_language_has_a_column_with_a_shape_and_words(desk):
    story = an_article(a_text(en="<p>Yes.</p>"), languages=("uk", "en"))
    published(story)
    changed(story, headline_uk="Міст знову відкрито")
    page = desk.get("/admin/articles/article/").text
    assert '<td class="field-in_uk"><span class="state state-changed">live · 1 change</span></td>' in page
    assert '<td class="field-in_en"><span class="state state-draft">draft · 1 behind</span></td>' in page
    assert '<td class="field-in_pl"><span class="state state-missing">missing</span></td>' in page


def test_the_list_takes_the_same_number_of_queries_however_long(desk, django_assert_max_num_queries, maria):
    def queries():
        with django_assert_max_num_queries(20) as counted:
            desk.get("/admin/articles/article/")
        return len(counted)

    category = a_category()
    published(an_article(category=category, by=maria))
    few = queries()
    for _each in range(12):
        published(an_article(category=category, languages=("uk", "en"), by=maria), "en")
    assert queries() == few


def test_stories_without_a_category_or_an_author_are_listed_and_found_by_a_word(desk):
    an_article(headline_uk="Без рубрики", category=None, authors=[an_author()])
    an_article(headline_uk="Без автора")
    assert rows(desk) == ["Без автора", "Без рубрики"]
    page = desk.get("/admin/articles/article/").text
    assert page.count(">none</a>") == 2
    assert "None" not in page
    assert rows(desk, category__isnull="True") == ["Без рубрики"]
    assert rows(desk, author="none") == ["Без автора"]


@pytest.mark.parametrize("query", ["міст", "МІСТ", "Міст", "bridge", "BRIDGE", "most otwarty"])
def test_headlines_are_searched_in_every_language_and_case(desk, query):
    an_article(languages=("uk", "en", "pl"))
    an_article(headline_uk="Порт закрито")
    assert rows(desk, q=query) == ["Міст відкрито"]


def test_what_readers_have_is_found_by_any_form_of_a_word_of_its_text(desk):
    an_edition(a_text("<p>Рух знову йде другим мостом.</p>"), headline_uk="Порт відкрито")
    an_edition(headline_uk="Парк відкрито")
    assert rows(desk, q="мости") == ["Порт відкрито"]


def test_what_readers_have_not_yet_or_no_longer_is_found_by_its_headline(desk):
    category = a_category()
    published(an_article(category=category, headline_uk="Ярмарок завтра"), at=timezone.now() + timedelta(days=1))
    withdraw(an_edition(category=category, headline_uk="Ярмарок скасовано"), None)
    now, over = timezone.now(), an_edition(category=category, headline_uk="Ярмарок був")
    Edition.objects.filter(pk=over.pk).update(publish_at=now - timedelta(hours=2), withdraw_at=now)
    assert set(rows(desk, q="ярмар")) == {"Ярмарок завтра", "Ярмарок скасовано", "Ярмарок був"}


def test_saved_views_are_words_with_counts(desk):
    category = a_category()
    review = an_article(category=category, headline_uk="На перевірці")
    review.editions.update(stage=Stage.REVIEW)
    published(an_article(category=category, headline_uk="Завтра"), at=timezone.now() + timedelta(days=1))
    story = an_article(category=category, headline_uk="Змінено")
    published(story)
    changed(story, lead_uk="Новий лід.")
    assert rows(desk, view="review") == ["На перевірці"]
    assert rows(desk, view="scheduled") == ["Завтра"]
    assert rows(desk, view="changed") == ["Змінено"]
    page = desk.get("/admin/articles/article/").text
    assert 'In review <span class="count">1</span>' in page


def test_my_stories_are_those_i_changed_last_and_those_i_signed(desk, maria, olha):
    category = a_category()
    mine = an_article(category=category, headline_uk="Змінила я")
    mine.changed_by = maria
    mine.save()
    an_article(category=category, headline_uk="Підписала я", authors=[an_author(person=maria)])
    an_article(category=category, headline_uk="Чуже", authors=[an_author("Ольга", person=olha)])
    assert set(rows(desk, view="mine")) == {"Змінила я", "Підписала я"}


def test_a_translation_waits_where_a_live_story_is_missing_or_behind(desk):
    category = a_category()
    texts = {"languages": ("uk", "en"), "category": category}
    for headline in ("Наздогнали", "Відстає"):
        published(story := an_article(headline_uk=headline, **texts))
        published(story, "en")
    changed(story, headline_uk="Відстає нині")
    published(an_article(headline_uk="Бракує", category=category))
    an_article(headline_uk="Чернетка", category=category)
    assert set(rows(desk, translation="en")) == {"Відстає нині", "Бракує"}


def test_a_view_that_does_not_exist_shows_everything(desk):
    an_article()
    assert rows(desk, view="nonsense", state="nonsense", translation="tlh") == ["Міст відкрито"]


def test_a_story_nobody_published_has_no_time(desk):
    an_article()
    assert '<td class="field-when"></td>' in desk.get("/admin/articles/article/").text
    assert Edition.objects.get().publish_at is None


def test_a_translation_that_lacks_a_piece_has_no_changed_original(desk):
    category = a_category()
    an_article(a_text(), category=category, headline_uk="Бракує", languages=("uk", "en"))
    changed(an_article(category=category, languages=("uk", "en")), headline_uk="Змінено")
    assert rows(desk, state="behind") == ["Змінено"]


def test_a_list_of_one_story_says_so_and_leads_to_all(desk):
    category = a_category()
    one = an_article(category=category)
    an_article(category=category, headline_uk="Порт закрито")
    assert rows(desk, id=one.pk) == ["Міст відкрито"]
    page = desk.get("/admin/articles/article/", {"id": one.pk}).text
    assert "Only “Міст відкрито” is shown." in page
    assert '<a href="?">All</a>' in page and '<a class="word" href="?">Show all</a>' in page
    assert '<a href="?" aria-current="true">All</a>' in desk.get("/admin/articles/article/").text


@pytest.mark.parametrize("number", ["99999", "²", "one", "9" * 30])
def test_a_number_that_no_story_has_shows_everything(desk, number):
    an_article()
    page = desk.get("/admin/articles/article/", {"id": number}).text
    assert "Міст відкрито" in page and '<a href="?" aria-current="true">All</a>' in page


def test_a_search_is_a_part_of_the_list_and_all_leads_out_of_it(desk):
    an_article()
    page = desk.get("/admin/articles/article/", {"q": "порт"}).text
    assert "Nothing matches." in page and '<a href="?">All</a>' in page


@pytest.mark.parametrize("kind", ["articles/article", "articles/speaker", "pictures/picture"])
def test_an_empty_list_says_how_to_begin(desk, kind):
    page = desk.get(f"/admin/{kind}/").text
    assert "There is nothing here yet." in page and "Nothing matches." not in page
    assert f'<a href="/admin/{kind}/add/">Add the first: {kind.partition("/")[2]}</a>' in page
    assert "Nothing matches." in desk.get(f"/admin/{kind}/", {"q": "міст"}).text


def test_an_empty_list_asks_nobody_for_what_they_may_not_do(client, taras):
    client.force_login(taras)
    page = client.get("/admin/articles/source/").text
    assert "Add the first" not in page and "/admin/articles/source/add/" not in page
