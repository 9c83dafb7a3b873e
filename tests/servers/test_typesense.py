"""Search by a real Typesense: the same answers as by the database, and a newspaper that doesn't fall with it."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.finding.reindexing import lacking
from articles.models import Edition
from articles.publishing import publish, withdraw
from newsroom.search.backends.database import DatabaseBackend
from newsroom.search.backends.pages import Order
from newsroom.search.engine import backend
from newsroom.search.queries import read
from tests.builders import a_category, a_quote, a_text, an_article, an_edition
from tests.typesense import KEY, typesense_in
from tests.varnish import free_port

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
QUESTIONS = [
    ("мостом", "uk"),
    ("міст річка", "uk"),
    ("річка -міст", "uk"),
    ('"через річку"', "uk"),
    ("bridges", "en"),
    ("Kallas", "uk"),
    ("їжак", "uk"),
    ("😀", "uk"),
    ("", "uk"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with typesense_in(tmp_path_factory.mktemp("typesense")) as address:
        yield address


@pytest.fixture
def typesense(server, settings, request):
    """Search by Typesense from the moment this is called, in a collection of this test."""
    from newsroom.search.backends import typesense as module  # not without the library, which the server skips

    def begin(address=server):
        forget(module)
        settings.TYPESENSE_URL, settings.TYPESENSE_KEY = address, KEY
        settings.TYPESENSE_COLLECTION = re.sub(r"\W", "-", request.node.name)

    yield begin
    forget(module)


def forget(module):
    module.client.cache_clear()
    module.opened.cache_clear()


def a_small_corpus():
    category = a_category()
    for number in range(30):
        body = a_text(f"<p>Новий міст через річку, сторінка {number}. {'Міст. ' * (number % 5)}</p>")
        at = timezone.now() - timedelta(days=number)
        an_edition(body, a_quote(), category=category, headline_uk=f"Річка {number}" if number % 3 else "Мости", at=at)
    an_edition(category=category, language="en", headline_en="Two bridges", headline_uk="Два мости")


def found(backend, order):
    return [backend.search(read(text, code).among("story"), order, slice(20)) for text, code in QUESTIONS]


@pytest.mark.parametrize("order", Order)
def test_both_answer_the_same_questions_with_the_same_stories(typesense, order):
    a_small_corpus()
    by_database = found(DatabaseBackend(), order)
    assert sum(bool(answer.keys) for answer in by_database) > 4
    typesense()
    call_command("reindex", verbosity=0)
    assert type(backend()).__name__ == "TypesenseBackend"
    assert found(backend(), order) == by_database
    assert not any(answer.keys for answer in found(DatabaseBackend(), order)), "it is Typesense that found them"


def test_what_is_published_and_withdrawn_is_told_at_once(typesense):
    typesense()
    edition = an_edition(headline_uk="Міст відкрито")
    assert keys("мости") == [edition.pk]
    withdraw(edition, None)
    assert keys("мости") == []


def keys(text):
    return list(backend().search(read(text, "uk").among("story"), Order.BEST, slice(20)).keys)


def test_publishing_goes_on_while_nobody_answers_and_a_reindex_makes_up_for_it(typesense, nina, caplog):
    typesense(address=f"http://127.0.0.1:{free_port()}")
    article = an_article(headline_uk="Міст відкрито")
    publish(article.editions.get(), None)
    edition = Edition.objects.get()
    assert edition.is_visible
    assert "manage.py reindex" in caplog.text
    assert list(lacking()) == [edition]
    typesense()
    call_command("reindex", verbosity=0)
    assert keys("мости") == [edition.pk]
    assert not lacking().exists()


def test_readers_are_told_while_search_is_away(typesense, nina):
    typesense(address=f"http://127.0.0.1:{free_port()}")
    answer = nina.get("/uk/search/", {"q": "міст"})
    assert answer.status_code == 503
    assert "міст" in answer.text
    assert answer.headers["Retry-After"]
    assert nina.get("/uk/search/suggestions/", {"q": "міст"}).json() == {"suggestions": []}
