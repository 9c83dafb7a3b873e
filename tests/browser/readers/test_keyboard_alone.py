"""Whoever has a keyboard alone answers everything, and never loses the place; with scripts and without."""

import pytest

from newsroom.readers.consent import parse
from newsroom.readers.models import RegistryEntry
from tests.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ACCEPT, REJECT = "[data-consent] [value=accept]", "[data-consent] [value=reject]"
CHOOSE = "[data-consent] a[href$=choose]"
DONE, HIDE = "[data-consent-done]", "[data-consent-hide]"
STAY, SWITCH = "[data-prompt] [name=stay]", "[data-prompt] [name=language]"
SAVE = "#choose [value=save]"


@pytest.fixture
def keyboard(page):
    return Keyboard(page)


@pytest.fixture
def plain_keyboard(plain_page):
    return Keyboard(plain_page)


def open_page(keyboard, address):
    keyboard.page.goto(address)
    keyboard.page.evaluate("window.isThePageOpened = true")


def is_still_open(keyboard):
    return keyboard.page.evaluate("window.isThePageOpened === true")


def grants(keyboard):
    cookies = [cookie for cookie in keyboard.page.context.cookies() if cookie["name"].endswith("consent")]
    return parse(cookies[0]["value"], cookies[0]["expires"] - 180 * 24 * 3600).letters if cookies else None


def test_the_bar_is_first_then_the_prompt_then_the_skip_link_and_neither_is_a_trap(keyboard, addresses):
    open_page(keyboard, addresses["story"])
    assert keyboard.stops(9) == ["bar"] * 4 + ["prompt"] * 3 + ["skip link", "a"]
    assert keyboard.stops(8, "Shift+Tab") == ["skip link"] + ["prompt"] * 3 + ["bar"] * 4
    assert keyboard.is_at("[data-consent] p a")
    keyboard.stops(3)
    assert keyboard.is_at(CHOOSE)


def test_escape_and_reading_on_grant_nothing(keyboard, addresses):
    open_page(keyboard, addresses["front"])
    keyboard.walk_to(ACCEPT)
    keyboard.page.keyboard.press("Escape")
    keyboard.page.mouse.wheel(0, 800)
    keyboard.page.goto(addresses["story"])
    assert keyboard.page.locator("[data-consent-question]").is_visible()
    assert keyboard.page.context.cookies() == []


@pytest.mark.parametrize(("button", "key", "letters"), [(ACCEPT, "Enter", "ae"), (REJECT, "Space", "")])
def test_an_answer_is_confirmed_where_it_was_given_and_put_away(keyboard, addresses, button, key, letters):
    open_page(keyboard, addresses["category"])
    keyboard.press(button, key)
    keyboard.wait_at(DONE)
    assert grants(keyboard) == letters
    assert keyboard.step() == "bar"
    assert keyboard.is_at(HIDE)
    keyboard.page.keyboard.press("Enter")
    assert keyboard.is_at("main")
    assert not keyboard.page.locator("[data-consent]").count()
    assert is_still_open(keyboard)


@pytest.mark.parametrize(("button", "letters"), [(ACCEPT, "ae"), (REJECT, "")])
def test_without_scripts_an_answer_leads_on_with_reading(plain_keyboard, addresses, button, letters):
    open_page(plain_keyboard, addresses["story"])
    plain_keyboard.press(button)
    plain_keyboard.page.wait_for_url("**#main")
    assert grants(plain_keyboard) == letters
    assert plain_keyboard.is_at("main")
    assert not plain_keyboard.page.locator("[data-consent]").count()


@pytest.mark.parametrize("browser", ["keyboard", "plain_keyboard"])
def test_choosing_saving_and_withdrawing(request, addresses, browser):
    keyboard = request.getfixturevalue(browser)
    open_page(keyboard, addresses["story"])
    keyboard.press(CHOOSE)
    keyboard.page.wait_for_url("**/privacy/#choose")
    assert keyboard.is_at("#choose")
    keyboard.press("[name=c-a][value=yes]", "Space")
    save(keyboard, scripts=browser == "keyboard")
    assert grants(keyboard) == "a"
    keyboard.walk_to("[name=c-a][value=yes]", "Tab" if browser == "plain_keyboard" else "Shift+Tab")
    keyboard.page.keyboard.press("ArrowRight")
    save(keyboard, scripts=browser == "keyboard")
    assert grants(keyboard) == ""


def save(keyboard, *, scripts):
    keyboard.walk_to(SAVE)
    if scripts:
        keyboard.page.keyboard.press("Enter")
        keyboard.wait_at(DONE)
        return
    with keyboard.page.expect_navigation():
        keyboard.page.keyboard.press("Enter")
    assert keyboard.is_at("#choose")


def test_hiding_the_confirmation_of_the_cookies_page_leads_to_the_text(keyboard, addresses):
    open_page(keyboard, addresses["cookies"])
    keyboard.press(SAVE)
    keyboard.wait_at(DONE)
    keyboard.press(HIDE, "Space")
    assert keyboard.is_at("main")
    assert is_still_open(keyboard)


def test_the_cookies_page_shows_what_was_answered_in_the_bar_above_it(keyboard, addresses):
    open_page(keyboard, addresses["cookies"])
    keyboard.press(ACCEPT)
    keyboard.wait_at(DONE)
    assert keyboard.page.locator("#choose [value=yes]:checked").count() == 2
    assert not keyboard.page.locator("[data-unanswered]").is_visible()


def test_staying_is_confirmed_in_place_and_remembered(keyboard, addresses):
    open_page(keyboard, addresses["story"])
    keyboard.press(STAY, "Space")
    keyboard.wait_at("[data-prompt-done]")
    assert is_still_open(keyboard)
    assert keyboard.step() == "skip link"
    keyboard.page.goto(addresses["category"])
    assert not keyboard.page.locator("[data-prompt]").count()


def test_without_scripts_staying_leads_on_with_reading(plain_keyboard, addresses):
    open_page(plain_keyboard, addresses["story"])
    plain_keyboard.press(STAY)
    plain_keyboard.page.wait_for_url("**#main")
    assert plain_keyboard.is_at("main")
    assert not plain_keyboard.page.locator("[data-prompt]").count()


@pytest.mark.parametrize("browser", ["keyboard", "plain_keyboard"])
def test_switching_leads_to_the_head_of_the_same_story_for_good(request, addresses, article, browser):
    keyboard = request.getfixturevalue(browser)
    open_page(keyboard, addresses["story"])
    keyboard.press(SWITCH)
    english = article.editions.get(language="en").get_absolute_url()
    keyboard.page.wait_for_url(f"**{english}#head")
    assert keyboard.is_at("#head")
    assert keyboard.step() == "skip link"
    keyboard.page.goto(addresses["story"])
    assert not keyboard.page.locator("[data-prompt]").count()
    keyboard.page.goto("/")
    assert keyboard.page.url.endswith("/en/")


def test_the_notice_is_put_away_and_reading_goes_on(keyboard, settings, addresses):
    RegistryEntry.objects.filter(own=False).delete()
    settings.CONSENT_MODE = "notice"
    open_page(keyboard, addresses["story"])
    keyboard.press("[data-notice] [value=seen]")
    keyboard.wait_at("main")
    assert is_still_open(keyboard)
    keyboard.page.goto(addresses["front"])
    assert not keyboard.page.locator("[data-notice]").count()
