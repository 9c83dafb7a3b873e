"""A text gets a link to a story, by keys alone, with words chosen and without."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing.saving import save
from tests.builders import a_text, an_article, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def bridge():
    return published(an_article(a_text(), headline_uk="Міст відкрито")).article


@pytest.fixture
def text(opened, bridge):
    """A form with one text, and the caret at its end."""
    desk = opened(an_article(a_text("<p>Учора там.</p>"), headline_uk="Повінь"))
    desk.locator(".k-text .ProseMirror").focus()
    desk.keyboard.press("Control+End")
    return desk


def saved(desk):
    save(desk)
    return desk.locator("#id_texts-0-text_uk").input_value()


def test_a_story_is_found_and_linked_by_its_headline(text, bridge):
    text.keyboard.press("Control+k")
    field = text.get_by_role("combobox", name="A story of ours, by words of its headline, or an address")
    expect(field).to_be_focused()
    text.keyboard.type("міст")
    expect(text.get_by_role("option", name="Міст відкрито")).to_be_visible()
    expect(text.get_by_text("Stories found: 1")).to_be_visible()
    text.keyboard.press("ArrowDown")
    text.keyboard.press("Enter")
    expect(field).to_have_value("Міст відкрито")
    text.keyboard.press("Enter")
    expect(text.locator(".k-text .ProseMirror")).to_be_focused()
    text.keyboard.type(" і далі")
    assert f'href="news:{bridge.uid}"' in saved(text)
    expect(text.locator(".k-text .ProseMirror a")).to_have_text("Міст відкрито")
    expect(text.locator(".k-text .ProseMirror")).to_contain_text("Міст відкрито і далі")


def test_chosen_words_keep_and_an_address_is_an_address(text):
    text.keyboard.press("Control+a")
    text.keyboard.press("Control+k")
    text.keyboard.type("www.example.org/a")
    text.keyboard.press("Enter")
    html = saved(text)
    assert 'href="https://www.example.org/a"' in html
    assert ">Учора там.</a>" in html


def test_a_link_shows_its_story_and_is_taken_away(opened, bridge):
    link = f'<p><a href="news:{bridge.uid}">там</a></p>'
    desk = opened(an_article(a_text(link), headline_uk="Повінь"))
    desk.locator(".k-text .ProseMirror a").click()
    desk.keyboard.press("Control+k")
    expect(desk.get_by_role("combobox", name="A story of ours")).to_have_value("Міст відкрито")
    desk.get_by_role("button", name="Remove the link").last.click()
    assert "news:" not in saved(desk)


def test_words_that_are_neither_are_refused_and_escape_changes_nothing(text):
    text.keyboard.press("Control+k")
    text.keyboard.type("щось")
    expect(text.get_by_text("No story has these words in its headline.")).to_be_visible()
    text.keyboard.press("Enter")
    expect(text.get_by_text("Choose a story from the list")).to_be_visible()
    text.keyboard.press("Escape")
    expect(text.locator(".k-text .ProseMirror")).to_be_focused()
    expect(text.locator(".k-text .ProseMirror a")).to_have_count(0)
