"""A page was open for long and its sign-in ended: nothing is lost on the way through the sign-in page."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from articles.models import Article
from tests.builders import a_text, an_article
from tests.people import PASSWORD
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = "What was typed and not saved is kept"


@pytest.fixture
def desk(maria, chromium, live_server):
    """A page of Maria's, whose console may complain of what she is refused."""
    context = chromium.new_context(base_url=live_server.url)
    sign_in(context, maria, live_server.url)
    yield context.new_page()
    context.close()


def headline(page):
    return page.get_by_label("Headline · Українська")


def sign_out_elsewhere(page):
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def sign_in_again(page):
    page.get_by_label("Username").fill("maria")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def test_a_link_followed_without_a_session_says_that_the_text_is_kept_and_leads_back_to_it(opened):
    page = opened(an_article(a_text()))
    sign_out_elsewhere(page)
    headline(page).fill("Написано без входу")
    expect(page.locator("[data-trouble]")).to_contain_text("You are signed out")
    page.goto(page.url)
    expect(page.get_by_text(KEPT)).to_be_visible()
    sign_in_again(page)
    page.get_by_role("button", name="Go on with it").click()
    expect(headline(page)).to_have_value("Написано без входу")


def test_a_preview_without_a_session_leads_back_to_the_form(opened):
    page = opened(an_article(a_text()))
    headline(page).fill("Написано перед обідом")
    expect(page.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    sign_out_elsewhere(page)
    with page.expect_popup() as opening:
        page.get_by_role("button", name="Preview").click()
    beside = opening.value
    expect(beside.get_by_text("Your sign-in had ended: nothing was saved.")).to_be_visible()
    expect(beside.get_by_text(KEPT)).to_be_visible()
    sign_in_again(beside)
    expect(beside.get_by_role("link", name="Go on with it")).to_be_visible()
    assert Article.objects.get().headline_uk == "Міст відкрито"


def test_nothing_is_said_of_texts_where_none_is_kept(desk):
    sign_out_elsewhere(desk)
    desk.goto("/admin/articles/article/")
    expect(desk.get_by_role("button", name="Log in")).to_be_visible()
    expect(desk.get_by_text(KEPT)).to_be_hidden()
