"""The bar and the prompt in a real browser, with and without scripts."""

import pytest

from newsroom.readers.consent import parse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = "/en/privacy/"
FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture(autouse=True)
def embeds(settings):
    settings.CONSENT_PURPOSES = ["embeds"]


@pytest.fixture
def plain_page(chromium, live_server):
    """A page of a browser that runs no scripts."""
    context = chromium.new_context(base_url=live_server.url, locale="en-GB", java_script_enabled=False)
    yield context.new_page()
    context.close()


def answer(page):
    (cookie,) = [cookie for cookie in page.context.cookies() if cookie["name"].endswith("consent")]
    return parse(cookie["value"], cookie["expires"] - 180 * 24 * 3600)


def bar(page):
    return page.locator("[data-consent]")


@pytest.mark.parametrize(("button", "grants"), [("accept", {"embeds"}), ("reject", set())])
def test_without_scripts_one_press_answers_and_the_bar_is_gone(plain_page, button, grants):
    plain_page.goto(PAGE)
    bar(plain_page).locator(f"[value={button}]").click()
    plain_page.wait_for_url(PAGE)
    assert answer(plain_page).grants == grants
    assert not bar(plain_page).count()


def test_without_scripts_a_grant_is_taken_back_on_the_cookies_page(plain_page):
    plain_page.goto(PAGE)
    bar(plain_page).locator("[value=accept]").click()
    plain_page.locator("main [value=no]").check()
    plain_page.locator("main [value=save]").click()
    plain_page.wait_for_url(PAGE)
    assert plain_page.locator("main [value=no]").is_checked()
    assert answer(plain_page).grants == set()


def test_the_bar_is_first_on_the_way_of_the_tab_key_and_lets_go(page):
    page.goto(PAGE)
    stops = []
    for _stop in range(5):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.closest('[data-consent]') !== null"))
    assert stops == [True, True, True, True, False]


def test_with_scripts_an_answer_keeps_the_page_and_the_focus(page):
    page.goto(PAGE)
    page.evaluate("document.addEventListener('consentchange', (event) => { window.heard = event.detail.grants; })")
    bar(page).locator("[value=accept]").press("Enter")
    page.wait_for_function("window.heard")
    assert page.evaluate("window.heard") == ["embeds"]
    assert answer(page).grants == {"embeds"}
    assert page.evaluate("document.activeElement.matches('[data-consent-done]')")
    bar(page).locator("[data-consent-hide]").press("Enter")
    assert not bar(page).count()
    assert page.evaluate("document.activeElement.localName") == "main"


def test_a_page_with_the_bar_open_can_be_read_and_scrolled(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(PAGE)
    box = bar(page).bounding_box()
    assert box["height"] <= 320
    assert page.evaluate("document.elementFromPoint(160, 100).closest('[data-consent]') === null")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate("window.scrollY > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_choosing_the_offered_language_leads_to_this_page_in_it_for_good(page):
    page.goto("/uk/privacy/")
    page.locator(".prompt [name=language]").click()
    page.wait_for_url("/en/privacy/")
    page.goto("/uk/privacy/")
    assert not page.locator(".prompt").count()
    page.goto("/")
    assert page.url.endswith("/en/")


def test_staying_is_remembered(page):
    page.goto("/uk/privacy/")
    page.locator(".prompt [name=stay]").click()
    page.wait_for_url("/uk/privacy/")
    assert not page.locator(".prompt").count()
