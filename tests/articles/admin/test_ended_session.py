"""A form of a story or a flash that is sent after the sign-in ended: the sign-in page says that its text is kept."""

from uuid import uuid4

import pytest

from articles.models import Article
from tests.articles.admin.sent import Form
from tests.builders import an_article

pytestmark = pytest.mark.django_db
FLASH = "/admin/articles/article/flash/"


def ways_of(answer):
    """Return the parameters of the address of the sign-in page."""
    address, _mark, query = answer.headers["Location"].partition("?")
    assert address == "/admin/login/"
    return query


def test_a_story_and_its_columns_come_back(client, maria):
    client.force_login(maria)
    article = an_article()
    form = Form(client, article, langs="uk,pl").fill(headline_uk="Не втрачено")
    client.logout()
    query = ways_of(form.save())
    assert query == f"refused=kept&next=/admin/articles/article/{article.pk}/change/%3Flangs%3Duk%2Cpl"
    assert 'data-kept="just now"' in client.get(f"/admin/login/?{query}").text
    assert Article.objects.get().headline_uk == "Міст відкрито"


def test_a_flash_comes_back(client):
    assert ways_of(client.post(FLASH, {"key": uuid4(), "headline": "Вибух"})) == f"refused=kept&next={FLASH}"


def test_an_address_that_only_takes_forms_is_not_come_back_to(client):
    page = f"/admin/articles/article/{an_article().pk}/"
    answer = client.post(f"{page}flash/picture/", headers={"referer": f"http://testserver{page}flash/"})
    assert ways_of(answer) == f"refused=1&next={page}flash/"
