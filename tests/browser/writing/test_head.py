"""The head of the writing form: nothing covers it, and what it says is heard too."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.writing.saving import save
from tests.builders import a_category, a_text, an_article, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COVERED = """() => {
    const toolbar = document.querySelector(".prose-editor:focus-within .prose-menubar").getBoundingClientRect()
    const controls = [...document.querySelectorAll(".writing-head :is(a, button, summary, input[type=submit])")]
    const meets = ({ left, right, top, bottom }) =>
        right > toolbar.left && left < toolbar.right && bottom > toolbar.top && top < toolbar.bottom
    const covered = controls.filter((each) => each.checkVisibility() && meets(each.getBoundingClientRect()))
    return covered.map((each) => each.innerText)
}"""


@pytest.fixture
def live():
    story = an_article(
        a_text("<p>Раз.</p>", en="<p>One.</p>", pl="<p>Raz.</p>"),
        headline_uk="Міст",
        headline_en="A bridge",
        headline_pl="Most",
        category=a_category(),
    )
    for language in ("uk", "en", "pl"):
        published(story, language)
    return story


@pytest.mark.parametrize("width", [1440, 1024, 834, 768, 390])
@pytest.mark.parametrize("language", ["uk", "pl"])
def test_the_toolbar_covers_nothing_of_it(opened, live, maria, width, language):
    maria.language = language
    maria.save()
    desk = opened(live, "uk,en,pl")
    desk.set_viewport_size({"width": width, "height": 800})
    desk.locator("#texts-0 .ProseMirror").first.click()
    expect(desk.locator(".prose-editor:focus-within .prose-menubar")).to_be_visible()
    assert desk.evaluate(COVERED) == []


def test_that_a_save_is_done_is_heard(opened, live):
    desk = opened(live)
    desk.get_by_label("Headline · Українська").fill("Міст відкрито")
    save(desk)
    expect(desk.locator("[data-announcer]")).to_have_text(re.compile(r"^Saved \d"))


def test_a_menu_of_the_desk_stays_within_a_phone(desk, maria):
    maria.language = "uk"
    maria.save()
    desk.set_viewport_size({"width": 320, "height": 640})
    desk.goto("/admin/")
    for menu in desk.locator("#header details.menu").all():
        menu.locator("summary").click()
        card = menu.locator(".menu-card").bounding_box()
        assert card["x"] >= 0 and card["x"] + card["width"] <= 320
        assert desk.evaluate("document.documentElement.scrollWidth") <= 320
        menu.locator("summary").click()
