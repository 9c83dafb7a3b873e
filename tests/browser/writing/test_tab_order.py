"""Tab follows the eye: to the right, and then down."""

import re
from itertools import pairwise
from typing import NamedTuple

import pytest

from tests.builders import a_heading, a_picture_block, a_point, a_quote, a_text, an_article, an_embed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
A_HAIR = 4  # pixels by which two lines may overlap
WHERE = """() => {
    const at = document.activeElement
    if (!at.closest(".sheet")) return null
    const { left, top, bottom } = at.getBoundingClientRect()
    const part = (at.closest(".block, .point") ?? at.closest(".row"))?.id
    return [part, left, top + scrollY, bottom + scrollY, at.getAttribute("aria-label") || at.name || at.textContent]
}"""
COLORS = """async (at) => {
    await Promise.all(at.getAnimations().map((each) => each.finished))
    return [getComputedStyle(at).color, getComputedStyle(at).backgroundColor]
}"""


class Stop(NamedTuple):
    part: str | None
    left: float
    top: float
    bottom: float
    name: str

    def leads_on_to(self, after):
        """Tell whether the next stop is below, or in the same part and to the right, where its tools stand."""
        return after.top >= self.bottom - A_HAIR or (after.part == self.part and after.left >= self.left)


def walk(desk):
    """Press Tab through the sheet, and return where that led."""
    desk.locator("#id_headline_uk").focus()
    stops = []
    while place := desk.evaluate(WHERE):
        stops.append(Stop(*place))
        desk.keyboard.press("Tab")
    return stops


def test_tab_goes_through_the_sheet_as_it_is_read(opened):
    article = an_article(a_point(), a_point(), a_text(), a_heading(), a_quote())
    stops = walk(opened(article, "uk,en"))
    assert len(stops) > 20
    back = [pair for pair in pairwise(stops) if not pair[0].leads_on_to(pair[1])]
    assert not back


def test_tab_goes_through_pictures_and_what_was_just_added_as_it_is_read(opened):
    desk = opened(an_article(a_text(), a_picture_block(), an_embed("https://youtu.be/aqz-KE-bpKQ")))
    for _block in range(2):
        desk.locator(".order-machine-insert-target.last").focus()
        desk.keyboard.press("Enter")
        desk.keyboard.press("Enter")
        desk.keyboard.type("New.")
    stops = walk(desk)
    back = [pair for pair in pairwise(stops) if not pair[0].leads_on_to(pair[1])]
    assert not back


def test_a_button_reached_by_tab_can_be_read(opened):
    desk = opened(an_article())
    for name in ("Save", "Preview"):
        button = desk.get_by_role("button", name=name, exact=True)
        button.focus()
        ink, ground = (sum(map(int, re.findall(r"\d+", color)[:3])) for color in button.evaluate(COLORS))
        assert abs(ink - ground) > 450, "of 765 between black and white"
