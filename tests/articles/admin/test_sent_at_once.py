"""A button pressed twice sends a form twice at the same moment: it is saved, filed, announced once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from articles.models import Article, Edition, Notice, WorkingCopy
from tests.articles.admin.sent import Form
from tests.builders import a_category, a_text, an_article, published

pytestmark = pytest.mark.django_db(transaction=True)
FLASH = "/admin/articles/article/flash/"


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def twice_at_once(desk, address, values):
    """Send a form from two connections; return both answers."""
    together = Barrier(2)

    def send(_time):
        browser = Client(raise_request_exception=False)
        browser.cookies = desk.cookies
        together.wait()
        try:
            return browser.post(address, values)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as times:
        return list(times.map(send, range(2)))


def test_a_new_story_is_one(desk):
    form = Form(desk).fill(headline_uk="Міст відкрито").add("texts", text_uk="<p>Новий.</p>", uid=uuid4())
    answers = twice_at_once(desk, form.address, form.values | {"_continue": "1"})
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Article.objects.get().versions.count() == 1


def test_a_change_is_one_version(desk):
    article = an_article(a_text())
    form = Form(desk, article).fill(headline_uk="Міст відкрито для всіх")
    answers = twice_at_once(desk, form.address, form.values | {"_continue": "1"})
    assert [answer.status_code for answer in answers] == [302, 302]
    assert article.versions.count() == 2


def test_a_flash_is_filed_once(desk):
    category = a_category()
    flash = {"key": uuid4(), "headline": "Вибух у порту", "text": "О 14:20.", "category": category.pk, "language": "uk"}
    answers = twice_at_once(desk, FLASH, flash | {"_publish": "1"})
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert Edition.objects.visible().count() == 1


def test_a_story_is_withdrawn_without_a_word_of_error(desk):
    edition = published(an_article(a_text(), category=a_category()))
    address = f"/admin/articles/article/{edition.article_id}/withdraw/uk/"
    assert [answer.status_code for answer in twice_at_once(desk, address, {})] == [302, 302]
    assert not Edition.objects.visible().exists()


def test_a_story_is_taken_over_once(desk, olha):
    article = an_article(a_text())
    WorkingCopy.objects.create(article=article, person=olha, key=uuid4(), data="headline_uk=Набрано&columns=uk")
    address = f"/admin/articles/article/{article.pk}/take-over/{olha.pk}/"
    assert [answer.status_code for answer in twice_at_once(desk, address, {})] == [302, 302]
    assert sorted(version.reason for version in article.versions.all()) == ["hand-over", "save", "unsaved"]
    assert Notice.objects.filter(person=olha).count() == 1


def test_breaking_news_stays_announced(desk):
    edition = published(an_article(a_text(), category=a_category()))
    address = f"/admin/articles/article/{edition.article_id}/breaking/uk/"
    twice_at_once(desk, address, {"announce": "1"})
    edition.refresh_from_db()
    assert edition.is_breaking
