"""A flash is sent by a script of its own: what keeps it from the desk is said on its page, and nothing is lost."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from articles.models import Article, Edition
from tests.builders import a_category
from tests.signing_in import sign_in

pytestmark = pytest.mark.browser
FLASH = "/admin/articles/article/flash/"
HEADLINE, TEXT = "Вибух у порту", "О 14:20 пролунав вибух."


@pytest.fixture
def phone(transactional_db, chromium, live_server, maria):
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 390, "height": 780}, locale="en-GB")
    context.set_default_timeout(10_000)
    sign_in(context, maria, live_server.url)
    yield context.new_page()
    context.close()


def written(page, headline=HEADLINE):
    a_category()
    page.goto(FLASH)
    page.get_by_label("Headline").fill(headline)
    page.get_by_label("What happened, in two sentences").fill(TEXT)
    page.locator(".chip", has_text="Politics").click()
    return page


def publish(page):
    return page.get_by_role("button", name="Publish")


def said(page):
    return page.get_by_role("alert").filter(visible=True)


def test_without_a_line_the_page_stays_says_so_and_sends_it_when_the_line_is_back(phone):
    written(phone)
    phone.context.set_offline(True)
    publish(phone).click()
    expect(said(phone)).to_contain_text("No connection. What you typed is kept in this browser. Press “Publish” again")
    expect(phone.get_by_label("Headline")).to_have_value(HEADLINE)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    last = phone.locator(".flash-note").last
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert last.bounding_box()["y"] + 20 < phone.locator(".flash-bar").bounding_box()["y"]
    phone.context.set_offline(False)
    publish(phone).click()
    expect(phone.get_by_text("Readers have it.")).to_be_visible()
    assert Edition.objects.visible().get().headline == HEADLINE


def test_an_answer_that_never_came_is_asked_for_again_and_nothing_is_filed_twice(phone):
    written(phone)
    phone.route(f"**{FLASH}", lambda route: (route.fetch(max_redirects=0), route.abort()))
    publish(phone).click()
    expect(said(phone)).to_contain_text("No connection")
    phone.unroute(f"**{FLASH}")
    publish(phone).click()
    expect(phone.get_by_text("Readers have it.")).to_be_visible()
    assert Article.objects.count() == 1


def test_pressed_twice_it_is_sent_once(phone):
    written(phone)
    sent = []
    phone.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    publish(phone).dblclick()
    expect(phone.get_by_text("Readers have it.")).to_be_visible()
    assert len(sent) == 1


def test_saved_only_it_is_nobodys_news(phone):
    written(phone).get_by_role("button", name="Save").click()
    expect(phone.get_by_text("It is saved. Readers don’t have it yet.")).to_be_visible()
    assert not Edition.objects.visible().exists()


def test_what_is_wrong_with_it_is_said_in_the_page_as_without_a_script(phone):
    publish(written(phone, headline="")).click()
    expect(phone.get_by_text("Nothing was published yet. What you typed is still here.")).to_be_visible()
    expect(phone.get_by_label("What happened, in two sentences")).to_have_value(TEXT)


def test_an_ended_session_is_said_and_the_words_are_there_after_signing_in(phone):
    written(phone)
    cookies = phone.context.cookies()
    phone.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    publish(phone).click()
    expect(said(phone)).to_contain_text("You are signed out. What you typed is kept in this browser")
    phone.context.add_cookies([each for each in cookies if each["name"] == settings.SESSION_COOKIE_NAME])
    said(phone).get_by_role("link", name="Log in").click()
    expect(phone.get_by_label("Headline")).to_have_value(HEADLINE)
    publish(phone).click()
    expect(phone.get_by_text("Readers have it.")).to_be_visible()


def test_whoever_signed_in_anew_elsewhere_is_told_and_loses_nothing(phone):
    written(phone)
    phone.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    publish(phone).click()
    expect(said(phone)).to_contain_text("You are signed out")
    said(phone).get_by_role("link", name="Log in").click()
    expect(phone.get_by_label("Headline")).to_have_value(HEADLINE)


def test_a_desk_with_a_fault_is_said(phone):
    written(phone)
    phone.route(f"**{FLASH}", lambda route: route.fulfill(status=500))
    publish(phone).click()
    expect(said(phone)).to_contain_text("The desk has a fault. What you typed is kept in this browser.")


def test_without_scripts_the_form_sends_itself(transactional_db, chromium, live_server, maria):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, locale="en-GB")
    sign_in(context, maria, live_server.url)
    publish(page := written(context.new_page())).click()
    expect(page.get_by_text("Readers have it.")).to_be_visible()
    context.close()


def test_a_headline_pasted_too_long_is_not_cut_and_the_refusal_says_how_long_it_is(phone):
    publish(written(phone, headline="слово " * 40 + "кінець")).click()
    expect(phone.get_by_text("Too long: it has 246 characters and may have 200 at most. Shorten it.")).to_be_visible()
    expect(phone.get_by_label("Headline")).to_have_value("слово " * 40 + "кінець")
