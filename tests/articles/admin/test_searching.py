"""Every search box of the desk, whatever is pasted into it."""

import pytest
from django.contrib import admin

from tests.builders import an_article

pytestmark = pytest.mark.django_db
SEARCHED = [model for model, desk in admin.site._registry.items() if desk.search_fields]


@pytest.mark.parametrize("model", SEARCHED, ids=lambda model: model.__name__)
def test_a_whole_page_pasted_into_a_search_box_is_answered(admin_client, model):
    address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    assert admin_client.get(address, {"q": " ".join(f"word{number}" for number in range(1000))}).status_code == 200


@pytest.mark.parametrize("text", ["'", "’", "'s", "-"])
@pytest.mark.parametrize("model", SEARCHED, ids=lambda model: model.__name__)
def test_a_mark_by_itself_is_answered(admin_client, model, text):
    address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    assert admin_client.get(address, {"q": text}).status_code == 200


def test_only_the_first_ten_words_are_looked_for(admin_client):
    an_article(headline_uk="а б в г ґ д е є ж з")
    an_article(headline_uk="а б в г ґ д е є ж")
    results = admin_client.get("/admin/articles/article/", {"q": "а б в г ґ д е є ж з и і ї"}).context["cl"].result_list
    assert [str(story) for story in results] == ["а б в г ґ д е є ж з"]
