"""A block becomes one of another kind, and no language loses a word."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing.saving import save
from tests.builders import a_heading, a_list, a_quote, a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def convert(desk, block, words):
    desk.locator(block).hover()
    desk.locator(f"{block} .left-out > summary").click()
    desk.locator(block).get_by_role("button", name=words).click()


def saved(desk, article):
    save(desk)
    return [(block.kind, block.text_in("uk"), block.text_in("en")) for block in article.blocks.all()]


def test_a_text_becomes_a_quote_at_its_place_with_the_words_of_a_language_that_is_not_open(opened):
    article = an_article(a_text("<p>Один.</p>", en="<p>One.</p>"), a_text("<p>Два.</p>"))
    desk = opened(article, "uk")
    convert(desk, "#texts-0", "Make it a quote")
    expect(desk.locator("#quotes-0 .row-text .ProseMirror")).to_have_text("Один.")
    assert saved(desk, article) == [("quote", "<p>Один.</p>", "<p>One.</p>"), ("text", "<p>Два.</p>", "")]


def test_a_text_becomes_a_heading_and_a_heading_a_text(opened):
    article = an_article(a_text("<p>Що <em>далі</em></p>", en="<p>Next</p>"), a_heading("2 < 3", en="4 & 5"))
    desk = opened(article, "uk,en")
    convert(desk, "#texts-0", "Make it a heading")
    convert(desk, "#headings-0", "Make it a text")
    assert saved(desk, article) == [
        ("heading", "Що далі", "Next"),
        ("text", "<p>2 &lt; 3</p>", "<p>4 &amp; 5</p>"),
    ]


def test_a_text_becomes_a_list_of_its_paragraphs_and_a_list_paragraphs(opened):
    article = an_article(a_text("<p>Один</p><p>Два</p>"), a_list("<ul><li>Три</li><li>Чотири</li></ul>"))
    desk = opened(article, "uk")
    convert(desk, "#texts-0", "Make it a list")
    convert(desk, "#lists-0", "Make it a text")
    assert saved(desk, article) == [
        ("list", "<ul><li><p>Один</p></li><li><p>Два</p></li></ul>", ""),
        ("text", "<p>Три</p><p>Чотири</p>", ""),
    ]


def test_a_block_never_saved_vanishes_when_it_becomes_another(opened):
    article = an_article(a_quote("<p>Слова.</p>", en="<p>Words.</p>"))
    desk = opened(article, "uk")
    convert(desk, "#quotes-0", "Make it a text")
    convert(desk, "#texts-0", "Make it a heading")
    expect(desk.locator(".block.k-text:not(.empty-form)")).to_be_hidden()
    assert saved(desk, article) == [("heading", "Слова.", "Words.")]


def test_another_try_keeps_the_old_block_when_the_cross_is_pressed_again(opened):
    article = an_article(a_text("<p>Один.</p>"))
    desk = opened(article, "uk")
    convert(desk, "#texts-0", "Make it a quote")
    desk.locator("#texts-0 > .delete").click()
    desk.locator("#quotes-0 > .delete").click()
    assert saved(desk, article) == [("text", "<p>Один.</p>", "")]


def test_the_hands_are_in_the_block_that_came_of_it(opened):
    desk = opened(an_article(a_text("<p>Один.</p>")))
    convert(desk, "#texts-0", "Make it a quote")
    expect(desk.locator("#quotes-0 .row-text .ProseMirror")).to_be_focused()


def test_a_block_that_became_another_is_written_on_and_removed_like_any_other(opened):
    article = an_article(a_text("<p>Один.</p>", en="<p>One.</p>"), a_text("<p>Два.</p>"))
    desk = opened(article, "uk")
    convert(desk, "#texts-0", "Make it a quote")
    saved(desk, article)
    desk.locator("#quotes-0 .row-text .ProseMirror").press("End")
    desk.keyboard.type(" І ще.")
    assert saved(desk, article)[0] == ("quote", "<p>Один. І ще.</p>", "<p>One.</p>")
