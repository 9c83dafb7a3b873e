"""Neither the bar nor the prompt moves the page: not when they come, not when they are answered, however late."""

import time

import pytest

from tests.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# All shifts, those right after a press of a key as well, which browsers forgive.
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
"""
SETTLED = "document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 150)))"
# The parts of the page that stand below the prompt. A face that comes late may widen words within their line.
SUNK = """() => window.shifts.flatMap((shift) => shift.sources)
    .filter(({ node, previousRect, currentRect }) => node?.matches?.("header, main, footer, .prompt")
        && previousRect.top !== currentRect.top)
    .map(({ node }) => node.localName)"""
SHIFTED = "() => window.shifts.map((shift) => shift.value)"
SIZES = [(320, 640), (390, 844), (768, 1024), (1280, 720)]


@pytest.fixture(params=[(390, 844), (1280, 720)], ids=["narrow", "wide"])
def watched(request, page):
    """A page whose answers are slow, longer than browsers forgive."""
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(WATCH)
    page.route("**/privacy/*", lambda route: (time.sleep(0.7), route.continue_()))
    return page


def open_asking(page, address):
    page.goto(address)
    assert page.locator("[data-consent-question]").is_visible()
    assert page.locator("[data-prompt-question]").is_visible()
    page.evaluate(SETTLED)


def press(page, selector, focus):
    """Press a button where it stands and wait for the focus; what moved before doesn't count."""
    page.evaluate("window.shifts.length = 0")
    box = page.locator(selector).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    Keyboard(page).wait_at(focus)
    page.evaluate(SETTLED)


@pytest.mark.parametrize(("code", "locale"), [("uk", "en-GB"), ("pl", "uk-UA")])
def test_when_the_letters_come_late_the_page_stays_where_it_is(reader_from, addresses, code, locale):
    page = reader_from(locale)
    page.add_init_script(WATCH)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        open_asking(page, f"/{code}/privacy/")
        assert page.evaluate(SUNK) == [], (width, code)


@pytest.mark.parametrize("kind", ["story", "cookies"])
def test_an_answer_moves_nothing_and_leaves_the_reader_at_the_same_line(watched, addresses, kind):
    open_asking(watched, addresses[kind])
    watched.evaluate("window.scrollTo(0, 10)")
    for button, focus in (
        ("[data-prompt] [name=stay]", "[data-prompt-done]"),
        (".consent [value=reject]", "[data-consent-done]"),
        (".consent [data-consent-hide]", "main"),
    ):
        press(watched, button, focus)
        assert watched.evaluate(SHIFTED) == [], focus
        assert watched.evaluate("window.scrollY") == 10


def test_walking_through_the_bar_and_the_prompt_leaves_the_page_where_it_is(watched, addresses):
    open_asking(watched, addresses["story"])
    keyboard = Keyboard(watched)
    while keyboard.step() in ("bar", "prompt"):
        assert watched.evaluate("window.scrollY") == 0


def test_a_move_would_be_noticed(watched, addresses):
    open_asking(watched, addresses["story"])
    watched.evaluate("document.querySelector('[data-prompt]').remove()")
    watched.evaluate(SETTLED)
    assert "main" in watched.evaluate(SUNK)
