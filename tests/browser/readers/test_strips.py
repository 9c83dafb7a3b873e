"""What came in last and what was read most, at the foot of pages: at every width, light and dark, by keyboard alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.shown import counted_as
from newsroom.pagecache.readings import add_to_hours, hour_of
from tests.browser.readers.test_accessibility import WIDTHS, faults_in_every_look
from tests.builders import a_category, a_text, an_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "Міська рада погодила бюджет мосту на наступні три роки після тривалих суперечок"


@pytest.fixture
def pages(transactional_db):
    """Six stories, all of them read; return the newest one's page and the front page."""
    category, now = a_category(), timezone.now()
    found = [
        an_edition(a_text(), category=category, headline_uk=f"{LONG} {number}", at=now - timedelta(hours=number + 1))
        for number in range(6)
    ]
    add_to_hours({(hour_of(now), counted_as(story)): place for place, story in enumerate(found, 1)})
    return found[0].get_absolute_url(), "/uk/"


def test_nothing_is_wrong_with_them_and_no_page_is_wider_than_the_window(page, pages):
    for address, strips in zip(pages, (2, 1), strict=True):
        page.goto(address)
        assert page.locator(".strip").count() == strips
        assert faults_in_every_look(page) == []
        for width, height in WIDTHS:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_they_are_there_and_every_story_is_one_stop_of_the_keyboard(plain_page, pages):
    plain_page.goto(pages[0])
    links = plain_page.locator(".strip a")
    assert links.count() == 10
    links.first.focus()
    for place in range(10):
        assert links.nth(place).evaluate("link => link === document.activeElement")
        outline = "link => getComputedStyle(link, '::after').outlineStyle"
        assert links.nth(place).evaluate(outline) == "solid"
        plain_page.keyboard.press("Tab")


def test_on_paper_they_are_left_out(page, pages):
    page.goto(pages[0])
    page.emulate_media(media="print")
    assert not page.locator(".strip").first.is_visible()
