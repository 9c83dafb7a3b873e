"""The form without a mouse: a list of keys, publishing after a question, the next place to mend, folding, counting."""

import pytest
from playwright.sync_api import expect

from articles.models import Edition
from tests.builders import a_category, a_heading, a_quote, a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_question_mark_shows_the_keys_but_not_in_a_text(opened):
    desk = opened(an_article(a_text()))
    keys = desk.get_by_role("dialog", name="Keys")
    desk.get_by_label("Headline · Українська").press("End")
    desk.keyboard.type("?")
    expect(keys).to_be_hidden()
    desk.locator("[data-keys-open]").focus()
    desk.keyboard.press("?")
    expect(keys).to_be_visible()
    desk.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(desk.locator("[data-keys-open]")).to_be_focused()


def test_publishing_by_keys_asks_first(opened):
    article = an_article(a_text(), category=a_category())
    desk = opened(article)
    desk.get_by_label("Headline · Українська").press("Control+Shift+Enter")
    question = desk.get_by_role("dialog", name="Publish uk")
    expect(question).to_be_visible()
    question.get_by_role("button", name="Not yet").click()
    assert not Edition.objects.visible().exists()
    desk.get_by_label("Headline · Українська").press("Control+Shift+Enter")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Українська: published.")).to_be_visible()
    assert Edition.objects.visible().exists()


def test_the_way_to_the_next_place_to_mend(opened):
    article = an_article(a_text(), a_quote("<p>Так.</p>", speaker=None), headline_uk="")
    desk = opened(article)
    desk.get_by_role("button", name="Publish uk").click()
    expect(desk.locator(".refusal")).to_be_focused()
    desk.keyboard.press("F8")
    expect(desk.get_by_label("Headline · Українська")).to_be_focused()


def test_blocks_fold_to_their_first_words_one_or_all(opened):
    desk = opened(an_article(a_text("<p>Рух відкрили.</p>"), a_heading("Що далі")))
    first, second = desk.locator("#texts-0"), desk.locator("#headings-0")
    fold = first.get_by_role("button", name="Text: fold or unfold")
    fold.press("Enter")
    expect(first.locator(".ProseMirror")).to_be_hidden()
    expect(first.locator(".folded-words")).to_have_text("Рух відкрили.")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.press("Enter")
    expect(first.locator(".ProseMirror")).to_be_visible()
    fold.click(modifiers=["Shift"])
    expect(second.locator(".folded-words")).to_have_text("Що далі")
    expect(first.locator(".folded-words")).to_have_text("Рух відкрили.")


def test_the_words_of_each_language_are_counted_while_one_writes(opened):
    text = "<p>" + "слово " * 300 + "</p>"
    desk = opened(
        an_article(a_text(text, en="<p>Two words</p>"), headline_uk="Міст відкрито", headline_en="Open"), "uk,en"
    )
    uk, en = desk.locator("[data-count=uk]"), desk.locator("[data-count=en]")
    expect(uk).to_have_text("Words: 302 · reads in 2 min")
    expect(en).to_have_text("Words: 3 · reads in 1 min")
    desk.get_by_label("Headline · English").fill("The bridge is open")
    expect(en).to_have_text("Words: 6 · reads in 1 min")


def test_editors_of_a_long_story_start_when_they_are_seen_and_change_nothing(opened):
    desk = opened(an_article(*(a_text(f"<p>Абзац {number}.</p>" * 5) for number in range(40))))
    last = desk.locator("#texts-39 .ProseMirror")
    desk.locator("#texts-39").scroll_into_view_if_needed()
    expect(last).to_contain_text("Абзац 39.")
    expect(desk.locator(".ProseMirror")).to_have_count(40)
    expect(desk.locator("[data-saved]")).to_contain_text("Saved")
    assert desk.evaluate("Boolean(document.querySelector('[data-saved]').textContent.match('Not saved'))") is False


def test_the_focus_starts_an_editor_that_was_not_seen_yet(opened):
    desk = opened(an_article(*(a_text(f"<p>Абзац {number}.</p>" * 5) for number in range(40))))
    desk.evaluate("document.querySelector('#id_texts-39-text_uk').focus()")
    expect(desk.locator("#texts-39 .ProseMirror")).to_be_focused()
