"""The story that the newspaper began with, written from nothing by keys alone, with the line gone for a while."""

import re
from html import unescape

import pytest
from playwright.sync_api import expect

from articles.demo import files
from articles.models import Edition
from tests.builders import a_category, a_speaker
from tests.keyboard import Keyboard
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STORY = files.stories()[0]
SPEAKER, CATEGORY = ("Кая Каллас", "Kaja Kallas"), ("Політика", "Politics")  # as typed, and as the desk shows it
INSERT = ".order-machine-insert-target.last"


def paragraphs(html):
    return re.findall(r"<p>(.*?)</p>", html, re.DOTALL) or [html]


def plain(html):
    """Return the words alone; an editor has its own way with spaces that don't break."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


class Hands(Keyboard):
    """Writes a story: what the keys reach is all there is."""

    @property
    def keys(self):
        return self.page.keyboard

    def write(self, selector, words):
        self.walk_to(selector)
        self.keys.insert_text(words)

    def pick(self, selector, typed, shown):
        """Open an autocomplete, type until it offers what is meant, and take it."""
        self.press(selector)
        self.wait_at(".select2-search__field")
        self.keys.type(typed[:6])
        expect(self.page.locator(".select2-results__option--highlighted")).to_contain_text(shown)
        self.keys.press("Enter")

    def add(self, name):
        """Go to the last “+”, choose a block by its place in the menu, and begin to write in it."""
        self.walk_to(INSERT)
        self.keys.press("Enter")
        self.wait_at(".plugin-button")
        for _item in range(12):
            if self.page.evaluate("document.activeElement.title") == name:
                break
            self.keys.press("ArrowDown")
        self.keys.press("Enter")
        self.wait_at(".block :is(.ProseMirror, textarea, select, input)")

    def write_paragraphs(self, html):
        for number, text in enumerate(paragraphs(html)):
            if number:
                self.keys.press("Enter")
            self.keys.insert_text(re.sub(r"<[^>]+>", "", text))

    def quote(self, block):
        self.add("Quote")
        self.write_paragraphs(block["uk"])
        self.pick(".k-quote .select2-selection", *SPEAKER)


def block_of(hands, block):
    if block["kind"] == "quote":
        hands.quote(block)
    else:
        hands.add({"text": "Text", "heading": "Heading"}[block["kind"]])
        hands.write_paragraphs(block["uk"])


@pytest.fixture
def desk(maria, context, live_server):
    """A page of Maria's; that it complains without a line is as it should be."""
    sign_in(context, maria, live_server.url)
    return context.new_page()


@pytest.fixture
def hands(desk):
    a_category(*CATEGORY), a_speaker(*SPEAKER)
    desk.goto("/admin/")
    return Hands(desk)


def test_a_story_is_written_and_published_without_a_mouse_and_without_a_line_for_a_while(hands, desk, nina):
    blocks = [block for block in STORY["blocks"] if block["kind"] in ("text", "heading", "quote")]
    hands.press("#user-tools a.filled")
    desk.wait_for_url(re.compile("/add/"))
    hands.write("#id_headline_uk", STORY["headline"]["uk"])
    hands.write("#id_lead_uk", STORY["lead"]["uk"])
    for number, point in enumerate(STORY["points"]):
        hands.press("#points-group .add-row a, #points-group .add-row button")
        hands.wait_at(f"#id_points-{number}-text_uk")
        hands.keys.insert_text(point["uk"])
    middle = len(blocks) // 2
    for block in blocks[:middle]:
        block_of(hands, block)
    desk.context.set_offline(True)
    for block in blocks[middle:]:
        if block["kind"] == "quote":
            break
        block_of(hands, block)
    expect(desk.locator("[data-trouble]")).to_contain_text("No connection")
    desk.context.set_offline(False)
    written = desk.locator(".order-machine > .block:not(.empty-form)").count()
    for block in blocks[written:]:
        block_of(hands, block)
    hands.pick(".field:has(#id_category) .select2-selection", *CATEGORY)
    hands.keys.press("Control+Shift+Enter")
    expect(desk.get_by_role("dialog", name="Publish uk")).to_be_visible()
    hands.keys.press("Enter")
    expect(desk.get_by_text("Українська: published.")).to_be_visible()
    read = plain(nina.get(Edition.objects.visible().get().get_absolute_url()).content.decode())
    said = [block["uk"] for block in blocks] + [point["uk"] for point in STORY["points"]]
    for text in (STORY["headline"]["uk"], STORY["lead"]["uk"], *(each for html in said for each in paragraphs(html))):
        assert plain(text) in read
    assert read.count(SPEAKER[0]) >= sum(block["kind"] == "quote" for block in blocks)
