"""The hand finds itself where it was: in the headline of a new story, at the link that was just made."""

import pytest
from playwright.sync_api import expect

from tests.builders import a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "/admin/articles/article/add/?langs=uk,en"


def headline(desk):
    return desk.get_by_label("Headline · Українська")


def test_a_new_story_begins_at_its_headline(desk):
    desk.goto(NEW)
    expect(headline(desk)).to_be_focused()
    desk.keyboard.insert_text("Міст відкрито")
    expect(headline(desk)).to_have_value("Міст відкрито")


def test_what_is_to_be_read_first_keeps_the_focus_away(desk, opened):
    desk.goto(NEW)
    headline(desk).fill("Міст відкрито")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    desk.goto(NEW)
    expect(desk.get_by_role("link", name="Go on with it")).to_be_visible()
    expect(headline(desk)).not_to_be_focused()
    desk.get_by_role("link", name="Go on with it").click()
    expect(desk.get_by_text("You go on with what you typed before.")).to_be_visible()
    expect(headline(desk)).not_to_be_focused()
    expect(headline(opened(an_article(a_text())))).not_to_be_focused()


def test_a_link_to_a_preview_has_the_focus_when_it_is_made_and_its_button_when_it_is_taken_back(desk):
    desk.goto(f"/admin/articles/article/{an_article(a_text()).pk}/preview/?language=uk")
    make = desk.get_by_role("button", name="Make a link")
    for number in (1, 2):
        make.click()
        expect(desk.locator(".preview-links a")).to_have_count(number)
        expect(desk.locator(".preview-links a:focus")).to_have_count(1)
        expect(desk.locator(".preview-links a:focus")).to_be_in_viewport()
    made = desk.locator(".preview-links a:focus").get_attribute("href")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="Take back").filter(visible=True).locator(":scope:focus")).to_have_count(1)
    desk.keyboard.press("Enter")
    expect(desk.locator(".preview-links a")).to_have_count(1)
    expect(desk.locator(f".preview-links a[href='{made}']")).to_have_count(0)
    expect(make).to_be_focused()
    expect(make).to_be_in_viewport()


def test_the_first_letters_of_a_new_text_are_in_it(desk, opened):
    desk = opened(an_article(headline_uk="Міст"))
    desk.get_by_label("Lead · Українська").click()
    desk.locator(".order-machine-insert-target.last").focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    desk.keyboard.type("First words.")
    expect(desk.locator("#texts-0 .ProseMirror")).to_have_text("First words.")
