"""The room that the bar and the prompt take: little, with large targets, and never over what has the focus."""

import pytest

from tests.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 720}
# The page's language, and a reader's who is offered another.
ASKED = [("uk", "en-GB"), ("en", "pl-PL"), ("pl", "uk-UA")]
TARGETS = ":is([data-consent], [data-prompt]) :is(a, button, label)"
OF_THE_BARS = ":is(.consent, .prompt) :is(a, button)"
SMALL = """(targets) => targets.filter((target) => target.checkVisibility({ visibilityProperty: true }))
    .map((target) => [target.innerText, target.getBoundingClientRect()])
    .filter(([, box]) => Math.round(box.width) < 44 || Math.round(box.height) < 44)
    .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)"""
# Whether a corner, pulled in a little, or the middle of what has the focus can be seen (WCAG 2.4.11).
SEEN = """() => {
    const here = document.activeElement;
    const boxes = [...here.getClientRects()];
    const points = boxes.flatMap(({ left, right, top, bottom }) => [
        [(left + right) / 2, (top + bottom) / 2],
        ...[left + 2, right - 2].flatMap((x) => [[x, top + 2], [x, bottom - 2]]),
    ]);
    return points.some(([x, y]) => {
        const [top] = document.elementsFromPoint(x, y);
        return top !== undefined && (here.contains(top) || top.contains(here) && !top.matches("html, body"));
    }) ? "" : here.outerHTML.slice(0, 200);
}"""
# WCAG 1.4.12, by a sheet that the policy for contents lets pass.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
CLIPPED = """(parts) => parts.filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .filter((part) => /hidden|clip/.test(getComputedStyle(part).overflow)
        || part.clientWidth && part.scrollWidth > part.clientWidth + 1
        || part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1)
    .map((part) => part.outerHTML.slice(0, 200))"""
OVERLAPPING = """(targets) => {
    const boxes = targets.filter((target) => target.checkVisibility({ visibilityProperty: true }))
        .map((target) => [target.innerText, target.getBoundingClientRect()]);
    return boxes.flatMap(([text, a], place) => boxes.slice(place + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${text} and ${other}`));
}"""


def asked(page, address, size):
    page.set_viewport_size(size)
    page.goto(address)
    assert page.locator("[data-consent-question]").is_visible()
    assert page.locator("[data-prompt-question]").is_visible()


@pytest.mark.parametrize(("code", "locale"), ASKED)
def test_on_the_narrowest_screen_the_page_behind_can_be_used(reader_from, addresses, code, locale):
    page = reader_from(locale)
    asked(page, f"/{code}/", NARROW)
    assert page.locator(".consent").bounding_box()["height"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.mouse.move(160, 200)
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => window.scrollY > 0")
    page.locator("main a").first.click()
    page.wait_for_url(lambda url: not url.endswith(f"/{code}/"))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_targets_are_large(page, addresses, size):
    asked(page, addresses["cookies"], size)
    assert page.eval_on_selector_all(TARGETS, SMALL) == []
    assert page.eval_on_selector_all(OF_THE_BARS, OVERLAPPING) == []
    page.locator("[data-consent] [value=accept]").press("Enter")
    Keyboard(page).wait_at("[data-consent-done]")
    assert page.eval_on_selector_all(TARGETS, SMALL) == []


@pytest.mark.parametrize(("code", "locale"), ASKED)
def test_refusing_is_as_easy_as_accepting(reader_from, addresses, code, locale):
    page = reader_from(locale)
    asked(page, f"/{code}/", WIDE)
    look = "(button) => [button.localName, ...['font', 'padding', 'color', 'background', 'border', 'textDecoration']"
    look += ".map((name) => getComputedStyle(button)[name])]"
    accept, reject = (page.locator(f"[data-consent] [value={value}]") for value in ("accept", "reject"))
    assert accept.evaluate(look) == reject.evaluate(look)
    assert accept.bounding_box()["y"] == reject.bounding_box()["y"]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("kind", ["front", "story", "cookies"])
def test_what_has_the_focus_is_never_hidden(page, addresses, kind, size):
    asked(page, addresses[kind], size)
    keyboard = Keyboard(page)
    hidden, stops = [], 0
    while keyboard.step() != "body":
        stops += 1
        hidden.append(page.evaluate(SEEN))
    assert stops > 15
    assert [element for element in hidden if element] == []
    assert keyboard.page.evaluate("document.activeElement === document.body")
    for _stop in range(stops):
        keyboard.step("Shift+Tab")
        hidden.append(page.evaluate(SEEN))
    assert [element for element in hidden if element] == []


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize(("code", "locale"), [ASKED[0], ASKED[2]])
def test_wider_spacing_clips_nothing(reader_from, addresses, code, locale, size):
    page = reader_from(locale)
    asked(page, f"/{code}/privacy/", size)
    page.evaluate(SPACED)
    assert (
        page.eval_on_selector_all(":is(.consent, .prompt, .cookies), :is(.consent, .prompt, .cookies) *", CLIPPED) == []
    )
    assert page.eval_on_selector_all(OF_THE_BARS, OVERLAPPING) == []
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
