"""Whoever follows a link of the switcher has chosen a language, and is offered no other one there."""

import time

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def reader(reader_from, addresses):
    """A reader with a Ukrainian browser, on the story in Ukrainian."""
    page = reader_from("uk-UA")
    page.goto(addresses["story"])
    return page


@pytest.fixture
def english(article, addresses):
    return article.editions.get(language="en").get_absolute_url()


def link(page, name):
    return page.get_by_role("navigation", name="Мови").get_by_role("link", name=name)


def languages(page):
    return [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "__Host-lang"]


def test_the_language_is_remembered_before_the_next_page_comes(reader, english):
    reader.route("**/privacy/language", lambda route: (time.sleep(0.5), route.continue_()))
    link(reader, "English").click()
    reader.wait_for_url(f"**{english}")
    assert reader.locator("[data-prompt]").count() == 0
    assert languages(reader) == ["en"]
    reader.goto("/")
    assert reader.url.endswith("/en/")


def test_the_keyboard_alone_chooses_a_language(reader, english):
    link(reader, "English").press("Enter")
    reader.wait_for_url(f"**{english}")
    assert languages(reader) == ["en"]


@pytest.mark.parametrize("options", [{"modifiers": ["Control"]}, {"button": "middle"}], ids=["Ctrl", "middle button"])
def test_a_language_opened_in_another_tab_is_remembered_and_this_page_stays(reader, addresses, options):
    with reader.context.expect_page() as opened, reader.expect_response("**/privacy/language"):
        link(reader, "English").click(**options)
    opened.value.wait_for_url("**/en/**")
    assert reader.url.endswith(addresses["story"])
    assert languages(reader) == ["en"]


@pytest.mark.parametrize(
    "failure",
    [lambda route: route.abort(), lambda route: route.fulfill(status=403), lambda _route: None],
    ids=["abort", "refuse", "silence"],
)
def test_a_language_that_could_not_be_remembered_is_shown_all_the_same(reader, english, failure):
    reader.route("**/privacy/language", failure)
    link(reader, "English").click()
    reader.wait_for_url(f"**{english}")
    assert languages(reader) == []


def test_the_other_button_of_the_mouse_chooses_nothing(reader, addresses):
    link(reader, "English").click(button="right")
    reader.wait_for_load_state("networkidle")
    assert reader.url.endswith(addresses["story"])
    assert languages(reader) == []


def test_without_scripts_the_links_lead_on_and_nothing_is_remembered(reader_from, addresses, english):
    page = reader_from("uk-UA", java_script_enabled=False)
    page.goto(addresses["story"])
    link(page, "English").click()
    page.wait_for_url(f"**{english}")
    assert page.context.cookies() == []
