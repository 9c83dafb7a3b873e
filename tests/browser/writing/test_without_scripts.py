"""Without scripts the form says what it can't do, and does the rest."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Edition
from tests.builders import a_category, a_text, an_article
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plain_desk(maria, plain_page, live_server):
    sign_in(plain_page.context, maria, live_server.url)
    return plain_page


@pytest.mark.parametrize("width", [1280, 390])
def test_the_form_says_what_works_and_what_does_not(plain_desk, width):
    plain_desk.set_viewport_size({"width": width, "height": 800})
    plain_desk.goto("/admin/articles/article/add/?langs=uk")
    expect(plain_desk.locator(".without-script")).to_contain_text("Scripts are off in this browser.")
    expect(plain_desk.locator(".without-script")).to_be_in_viewport(ratio=1)
    plain_desk.get_by_label("Headline · Українська").click()  # nothing lies above it
    assert plain_desk.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_there_is_changed_and_published(plain_desk):
    article = an_article(a_text(), category=a_category())
    plain_desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    plain_desk.get_by_label("Headline · Українська").fill("Міст відкрито для всіх")
    plain_desk.get_by_role("button", name="Save", exact=True).click()
    assert Article.objects.get().headline_uk == "Міст відкрито для всіх"
    plain_desk.get_by_role("button", name="Publish uk").click()
    assert Edition.objects.visible().get().headline == "Міст відкрито для всіх"


def test_whoever_has_scripts_is_told_nothing(opened, desk):
    expect(opened(an_article(a_text())).get_by_text("Scripts are off in this browser.")).to_have_count(0)
