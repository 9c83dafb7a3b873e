"""The details beside the sheet: over it where there is no room, and the hands find them and come back."""

import pytest
from playwright.sync_api import expect

from tests.builders import a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tablet(opened):
    desk = opened(an_article(a_text()))
    desk.set_viewport_size({"width": 768, "height": 1024})
    desk.reload()
    return desk


def is_in_details(desk):
    return desk.evaluate("document.querySelector('[data-details]').contains(document.activeElement)")


def test_opened_over_the_sheet_they_have_the_hands_and_escape_gives_them_back(tablet):
    toggle = tablet.get_by_role("button", name="Details")
    toggle.click()
    assert is_in_details(tablet)
    tablet.keyboard.press("Tab")
    assert is_in_details(tablet)
    tablet.keyboard.press("Escape")
    expect(tablet.locator("[data-details]")).to_be_hidden()
    expect(toggle).to_be_focused()


def test_closed_by_its_key_it_does_not_lose_the_hands(tablet):
    for _time in ("opened", "closed"):
        tablet.keyboard.press("Control+.")
    expect(tablet.get_by_role("button", name="Details")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_way_from_another_page_leads_to_the_field(opened, width):
    story = an_article(a_text())
    desk = opened(story)
    desk.set_viewport_size({"width": width, "height": 800})
    for field in ("id_picture", "id_seo_description_uk"):
        desk.goto("about:blank")
        desk.goto(f"/admin/articles/article/{story.pk}/change/?langs=uk#{field}")
        expect(desk.locator("[data-details] :focus")).to_have_count(1)
        box = desk.evaluate("(({ width, height }) => [width, height])(document.activeElement.getBoundingClientRect())")
        assert min(box) > 16, f"{field}: nothing to see has the focus"
