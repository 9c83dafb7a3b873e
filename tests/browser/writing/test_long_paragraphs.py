"""A very long paragraph can be written on: its words and the spaces between them come from one file."""

import pytest
from playwright.sync_api import expect

from tests.builders import a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# How the first of the fonts in which a text is set says which characters it has: for the upright and the italic face.
RANGES = """(text) => {
    const [first] = getComputedStyle(text).fontFamily.split(",")
    const faces = [...document.fonts].filter((face) => face.family.replaceAll('"', "") === first.replaceAll('"', ""))
    return faces.map((face) => [face.style, face.unicodeRange])
}"""


def test_spaces_between_words_in_cyrillic_are_of_the_file_of_the_words(opened):
    desk = opened(an_article(a_text("<p>Слово і слово.</p>")))
    text = desk.locator("#texts-0 .ProseMirror")
    expect(text).to_be_visible()
    faces = dict(text.evaluate(RANGES))
    assert set(faces) == {"normal", "italic"}
    for characters in faces.values():
        assert "U+20," in characters and "U+400-45F" in characters


def test_a_text_in_latin_letters_keeps_the_spaces_of_its_own_file(opened):
    desk = opened(an_article(a_text("<p>Слово.</p>", en="<p>A word.</p>")), "uk,en")
    text = desk.locator("#texts-0 .ProseMirror[lang=en]")
    expect(text).to_be_visible()
    assert "Cyrillic" not in text.evaluate("(text) => getComputedStyle(text).fontFamily")
