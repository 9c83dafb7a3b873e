"""What is pasted from Word and Google Docs becomes clean pieces of the story."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.writing.saving import save
from tests.builders import a_heading, a_quote, a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CLIPBOARDS = Path(__file__).with_name("pasted")
PARAGRAPH = "<p>Трамвай пустять <strong>у травні</strong>, кажуть <em>у депо</em>.</p>"
LIST = "<ul><li><p>шість зупинок</p><ul><li><p>дві з навісом</p></li></ul></li><li><p>один міст</p></li></ul>"
TABLE = "<table><tbody><tr><td>Зупинка</td><td>Хвилина</td></tr></tbody></table>"
PASTE = """(field, [html, text]) => {
    const data = new DataTransfer()
    if (html) data.setData("text/html", html)
    data.setData("text/plain", text)
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
}"""


def paste(field, html="", text=""):
    field.click()
    field.evaluate(PASTE, [html, text])


def paste_at_caret(field, html="", text=""):
    field.evaluate(PASTE, [html, text])


def saved(desk, article):
    save(desk)
    return [(block.kind, block.text_uk) for block in article.blocks.all()]


def test_a_document_of_word_becomes_headings_texts_lists_and_tables(opened):
    article = an_article(a_text(""), a_text("<p>Останній.</p>"))
    desk = opened(article)
    paste(desk.locator("#texts-0 .ProseMirror"), (CLIPBOARDS / "word.clipboard").read_text())
    assert saved(desk, article) == [
        ("heading", "Новий маршрут"),
        ("text", PARAGRAPH),
        ("list", LIST),
        ("table", TABLE),
        ("text", "<p>Квиток не подорожчає.</p>"),
        ("text", "<p>Останній.</p>"),
    ]


def test_google_docs_says_bold_by_style_and_wraps_all_in_what_is_not_bold(opened):
    article = an_article(a_text("<p>Початок.</p>"))
    desk = opened(article)
    paste(desk.locator("#texts-0 .ProseMirror"), (CLIPBOARDS / "docs.clipboard").read_text())
    kinds = saved(desk, article)
    assert kinds[1:4] == [("heading", "Новий маршрут"), ("text", PARAGRAPH), ("list", LIST)]


def test_what_stood_after_the_caret_comes_after_what_was_pasted(opened):
    article = an_article(a_text("<p>Перед. Після.</p>"))
    desk = opened(article)
    desk.locator("#texts-0 .ProseMirror").click()
    desk.keyboard.press("Home")
    for _letter in "Перед. ":
        desk.keyboard.press("ArrowRight")
    desk.wait_for_function("document.activeElement.editor.state.selection.from === 8")
    desk.locator("#texts-0 .ProseMirror").evaluate(PASTE, ["", "Один.\nДва."])
    assert saved(desk, article) == [
        ("text", "<p>Перед. Один.</p>"),
        ("text", "<p>Два.</p>"),
        ("text", "<p>Після.</p>"),
    ]


def test_several_paragraphs_in_a_quote_stay_one_quote(opened):
    article = an_article(a_quote(""))
    desk = opened(article)
    paste(desk.locator("#quotes-0 .row-text .ProseMirror"), text="Один.\nДва.")
    assert saved(desk, article) == [("quote", "<p>Один.</p><p>Два.</p>")]


def test_a_heading_takes_one_line(opened):
    article = an_article(a_heading(""))
    desk = opened(article)
    field = desk.locator("#id_headings-0-text_uk")
    field.fill("Перший\nдругий")
    expect(field).to_have_value("Перший другий")


def test_too_much_is_refused_with_a_word_and_nothing_is_lost(opened):
    article = an_article(a_text("<p>Початок.</p>"))
    desk = opened(article)
    field = desk.locator("#texts-0 .ProseMirror")
    field.click()
    field.evaluate("(field) => (" + PASTE + ")(field, ['<p>слово</p>'.repeat(400000), 'слово'])")
    expect(desk.get_by_role("alert")).to_contain_text("at most 2 million characters")
    expect(field).to_have_text("Початок.")
    paste(field, "<p>рядок</p>" * 101)
    expect(desk.get_by_role("alert")).to_contain_text("at most 100 paragraphs")
    expect(field).to_have_text("Початок.")
    desk.keyboard.type("!")
    expect(desk.get_by_role("alert")).to_have_count(0)


def test_a_pasted_block_is_removed_with_the_save_and_comes_back_until_then(opened):
    article = an_article(a_text(""))
    desk = opened(article)
    paste(desk.locator("#texts-0 .ProseMirror"), text="Один.\nДва.\nТри.")
    for block in ("#texts-1", "#texts-2"):
        desk.locator(f"{block} > .delete").click()
        expect(desk.locator(block).get_by_text("Removed when you save.")).to_be_visible()
    desk.locator("#texts-2 > .delete").click()
    assert saved(desk, article) == [("text", "<p>Один.</p>"), ("text", "<p>Три.</p>")]


def test_one_undo_takes_back_a_paste_of_several_paragraphs(opened):
    article = an_article(a_text("<p>Перед. Після.</p>"), a_text("<p>Далі.</p>"))
    desk = opened(article)
    field = desk.locator("#texts-0 .ProseMirror")
    field.click()
    desk.keyboard.press("Home")
    paste_at_caret(field, text="Один.\nДва.\nТри.")
    expect(desk.locator(".k-text:not(.empty-form) .ProseMirror")).to_have_count(5)
    desk.wait_for_timeout(200)
    desk.keyboard.press("Control+z")
    expect(field).to_have_text("Перед. Після.")
    expect(field).to_be_focused()
    assert saved(desk, article) == [("text", "<p>Перед. Після.</p>"), ("text", "<p>Далі.</p>")]


def test_after_another_word_undo_takes_back_that_word_alone(opened):
    article = an_article(a_text("<p>Початок.</p>"))
    desk = opened(article)
    paste(desk.locator("#texts-0 .ProseMirror"), text="Один.\nДва.")
    expect(desk.locator("#texts-1 .ProseMirror")).to_be_focused()
    desk.wait_for_timeout(200)
    desk.keyboard.type("І ще. ")
    desk.keyboard.press("Control+z")
    expect(desk.locator("#texts-1 .ProseMirror")).to_have_text("Два.")


def test_a_pasted_table_without_a_header_says_so(opened):
    desk = opened(an_article(a_text("<p>Початок.</p>")))
    paste(desk.locator("#texts-0 .ProseMirror"), "<p>Ось:</p><table><tr><td>Зупинка</td><td>Хвилина</td></tr></table>")
    expect(desk.locator(".k-table:not(.empty-form)").get_by_label("The first row is the header")).not_to_be_checked()
