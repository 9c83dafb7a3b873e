"""Versions are compared and brought back, and a story is previewed, by keyboard alone."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.builders import a_text, an_article, changed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, locator, key="Enter"):
    locator.focus()
    page.keyboard.press(key)


def test_a_version_is_compared_and_restored(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст відкрито")
    changed(article, headline_uk="Міст закрито")
    desk.goto(f"/admin/articles/article/{article.pk}/history/")
    press(desk, desk.get_by_role("button", name="Compare the two"))
    expect(desk.locator(".difference del")).to_contain_text("відкрито")
    expect(desk.locator(".difference ins")).to_contain_text("закрито")
    press(desk, desk.get_by_role("button", name="Restore this: Headline"))
    expect(desk.get_by_text("Restored from version 1.")).to_be_visible()
    assert Article.objects.get().headline_uk == "Міст відкрито"


def test_what_is_typed_is_previewed_wide_and_narrow_and_nothing_is_saved(desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    desk.get_by_label("Headline · Українська").fill("Міст відкрито")
    with desk.context.expect_page() as opened:
        press(desk, desk.get_by_role("button", name="Preview"))
    shell = opened.value
    page = shell.frame_locator(".preview-frame")
    expect(page.locator("h1")).to_have_text("Міст відкрито")
    wide = shell.locator(".preview-frame").bounding_box()["width"]
    shell.get_by_label("Phone").check()
    assert shell.locator(".preview-frame").bounding_box()["width"] <= 392 < wide
    assert Article.objects.get().headline_uk == "Міст"
    expect(desk.get_by_label("Headline · Українська")).to_have_value("Міст відкрито")
