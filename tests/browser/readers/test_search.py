"""Readers search by keyboard, on the narrowest screen and without scripts."""

import pytest

from tests.builders import a_category, a_quote, a_speaker, a_topic, an_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stories(transactional_db):
    category, topic = a_category(en="City"), a_topic(en="Bridges")
    speaker = a_speaker(en="Bridget Lozova")
    quote = a_quote(uk="", en="<p>It stands.</p>", speaker=speaker)
    here = {"language": "en", "category": category, "topics": [topic]}
    return [an_edition(quote, headline_en="Bridge opened", **here), an_edition(headline_en="Bridge closed", **here)]


def options(page):
    return page.get_by_role("option")


def type_into(page, text):
    page.goto("/en/search/")
    page.get_by_role("combobox", name="Search").press_sequentially(text)
    options(page).first.wait_for()


def test_letters_become_suggestions_and_their_number_is_said(page, stories):
    type_into(page, "bri")
    assert [text.split("  ")[0] for text in options(page).all_inner_texts()]
    assert "Bridget Lozova" in options(page).first.inner_text()
    assert page.locator("[data-suggestions-told]").inner_text() == "Suggestions: 4"


def test_arrows_go_through_them_and_enter_opens_one(page, stories):
    type_into(page, "bri")
    field = page.get_by_role("combobox", name="Search")
    field.press("ArrowDown")
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options(page).nth(1).get_attribute("id")
    field.press("ArrowUp")
    assert options(page).first.get_attribute("aria-selected") == "true"
    field.press("Enter")
    page.wait_for_url("**/en/speakers/bridget-lozova/")


def test_escape_closes_them_and_enter_then_searches(page, stories):
    type_into(page, "bridge")
    field = page.get_by_role("combobox", name="Search")
    field.press("Escape")
    assert not page.locator("[data-suggestions-list]").is_visible()
    assert field.input_value() == "bridge"
    field.press("Enter")
    page.wait_for_url("**/en/search/?q=bridge")
    assert page.get_by_role("status").get_by_text("2 stories found").is_visible()


def test_a_finger_opens_one(page, stories):
    type_into(page, "bri")
    options(page).last.click()
    page.wait_for_url("**/en/city/*/")


def test_without_scripts_the_form_and_the_ways_to_narrow_down_work(plain_page, live_server, stories):
    plain_page.goto(f"{live_server.url}/en/search/")
    plain_page.get_by_label("Search", exact=True).fill("bridges")
    plain_page.get_by_role("button", name="Search").click()
    plain_page.get_by_text("2 stories found").wait_for()
    plain_page.get_by_text("Who speaks").click()
    plain_page.get_by_role("link", name="Bridget Lozova").click()
    plain_page.get_by_text("1 story found").wait_for()
    plain_page.get_by_role("link", name="take away").click()
    plain_page.get_by_text("2 stories found").wait_for()


@pytest.mark.parametrize(
    "address", ["/en/search/?q=bridge", "/en/search/", "/en/quotes/?q=stands", "/en/topics/bridges/"]
)
def test_nothing_is_wider_than_the_narrowest_screen(page, stories, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    for summary in page.locator("summary").all():
        summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
