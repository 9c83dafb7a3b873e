"""The pages of the desk's lists: none counts a table in full, none is out of reach, none asks more for more rows."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.filters import AuthorFilter
from articles.admin.listing import ArticleList
from articles.admin.naming import NamedAdmin
from articles.models import Category, FormerSlug
from newsroom.readers.models import RegistryEntry
from newsroom.staff.amounts import Amount
from newsroom.staff.lists import FlatLists, Pages
from tests.builders import (
    a_category,
    a_picture,
    a_source,
    a_speaker,
    a_topic,
    an_article,
    an_author,
    published,
)
from tests.people import hire

LISTED = list(admin.site._registry)


def address_of(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def shown(response):
    return [str(row) for row in response.context["cl"].result_list]


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


@pytest.fixture
def ten_stories(monkeypatch):
    """Ten stories, two on a page, of which six are counted."""
    monkeypatch.setattr(ArticleList, "list_per_page", 2)
    monkeypatch.setattr(Amount, "MOST", 6)
    category = a_category()
    for number in range(10):
        an_article(headline_uk=f"Міст {number}", category=category)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model.__name__)
def test_no_list_counts_its_table_in_full(admin_client, model):
    desk = admin.site._registry[model]
    assert isinstance(desk, FlatLists)
    assert desk.paginator is Pages
    with CaptureQueriesContext(connection) as queries:
        assert admin_client.get(address_of(model)).status_code == 200
    counted = [query["sql"] for query in queries if "COUNT(" in query["sql"] and "LIMIT" not in query["sql"]]
    assert not counted


def test_a_long_list_says_how_far_its_pages_lead(desk, ten_stories):
    response = desk.get("/admin/articles/article/", {"state": "draft"})
    assert '<span class="quiet-count">more than 6</span>' in response.text
    assert "Pages lead to the first 6. Search or filter to see others." in response.text
    assert list(response.context["cl"].paginator.page_range) == [1, 2, 3]


def test_a_list_that_ends_on_its_last_page_says_nothing_more(desk, monkeypatch):
    monkeypatch.setattr(ArticleList, "list_per_page", 2)
    category = a_category()
    for _each in range(5):
        an_article(category=category)
    response = desk.get("/admin/articles/article/", {"p": 3})
    assert '<span class="quiet-count">5</span>' in response.text
    assert "Pages lead to" not in response.text
    assert len(shown(response)) == 1


@pytest.mark.parametrize("page", ["4", "999", "9" * 30])
def test_a_page_beyond_the_end_is_the_last_one(desk, ten_stories, page):
    response = desk.get("/admin/articles/article/", {"p": page})
    assert shown(response) == ["Міст 5", "Міст 4"]
    assert '<span class="this-page">3</span>' in response.text


@pytest.mark.parametrize("page", ["0", "-2", "two", "9" * 5000])
def test_a_page_before_the_first_is_the_first_one(desk, ten_stories, page):
    assert shown(desk.get("/admin/articles/article/", {"p": page})) == ["Міст 9", "Міст 8"]


def test_names_that_were_searched_have_a_second_page(desk, monkeypatch):
    monkeypatch.setattr(NamedAdmin, "list_per_page", 2)
    for number in range(5):
        a_topic(f"Річка {number}")
    assert shown(desk.get("/admin/articles/topic/", {"q": "річка", "p": 2})) == ["Річка 2", "Річка 3"]


def test_a_picker_reads_a_page_of_names_and_says_when_there_are_more(desk):
    for number in range(30):
        a_topic(f"Річка {number:02}")
    query = {"app_label": "articles", "model_name": "article", "field_name": "topics", "term": "річка"}
    first = desk.get("/admin/autocomplete/", query).json()
    assert len(first["results"]) == 20 and first["pagination"]["more"]
    second = desk.get("/admin/autocomplete/", query | {"page": 2}).json()
    assert [each["text"] for each in second["results"]] == [f"Річка {number}" for number in range(20, 30)]
    assert not second["pagination"]["more"]


FORMS = ["article", "speaker", "source", "topic", "author"]


@pytest.mark.parametrize("kind", FORMS)
def test_no_form_offers_a_whole_table_to_choose_from(admin_client, kind):
    a_picture(title="Знімок у бібліотеці")
    an_article(headline_uk="Міст відкрито", category=None)
    for make in (a_speaker, a_source, a_topic, an_author):
        make("Немира")
    page = admin_client.get(f"/admin/articles/{kind}/add/").text
    assert not re.findall("Знімок у бібліотеці|Міст відкрито|Немира", page)


def test_a_long_list_of_authors_is_no_menu_and_their_own_list_leads_to_their_stories(desk, monkeypatch):
    monkeypatch.setattr(AuthorFilter, "MOST", 1)
    category = a_category()
    authors = [an_author(name) for name in ("Ада", "Богдан", "Віра")]
    for author in authors:
        an_article(headline_uk=f"Пише {author}", category=category, authors=[author])
    menu = desk.get("/admin/articles/article/").text
    assert ">Ада</a>" in menu and ">Богдан</a>" not in menu
    address = f"/admin/articles/article/?author={authors[1].pk}"
    assert f'<a href="{address}">show</a>' in desk.get("/admin/articles/author/").text
    response = desk.get(address)
    assert shown(response) == ["Пише Богдан"]
    assert "<strong>Богдан</strong>" in response.text


@pytest.mark.parametrize("author", ["99999", "nobody", "9" * 30, "²"])
def test_an_author_who_is_not_there_narrows_nothing(desk, author):
    an_article()
    assert shown(desk.get("/admin/articles/article/", {"author": author})) == ["Міст відкрито"]


def a_story(number):
    category = Category.objects.first() or a_category()
    published(an_article(headline_uk=f"Міст {number}", category=category, languages=("uk", "en")))


def a_former_slug(number):
    FormerSlug.objects.create(kind="topic", object_id=number, language="uk", slug=f"slug-{number}")


def an_entry(number):
    RegistryEntry.objects.create(name=f"cookie-{number}", category="embeds", keeping="cookie", provider="Somebody")


KINDS = {
    "articles/article": (a_story, 10),
    "articles/category": (lambda number: a_category(f"Рубрика {number}"), 4),
    "articles/topic": (lambda number: a_topic(f"Річка {number}"), 4),
    "articles/speaker": (lambda number: a_speaker(f"Ада {number}", office={"title_uk": "мерка"}), 5),
    "articles/source": (lambda number: a_source(f"Реєстр {number}"), 4),
    "articles/author": (lambda number: an_author(f"Автор {number}"), 4),
    "articles/formerslug": (a_former_slug, 4),
    "pictures/picture": (lambda number: a_picture(), 5),
    "readers/registryentry": (an_entry, 4),
    "staff/person": (lambda number: hire(f"p{number}", "Ім’я", "uk", ("author", "uk")), 5),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_takes_exactly_so_many_queries_for_three_rows_and_for_thirty(
    client, admin_user, django_assert_num_queries, kind
):
    make, number = KINDS[kind]
    client.force_login(admin_user)
    client.get(f"/admin/{kind}/")
    for rows in (range(3), range(3, 30)):
        for each in rows:
            make(each)
        with django_assert_num_queries(number):
            assert client.get(f"/admin/{kind}/").status_code == 200
