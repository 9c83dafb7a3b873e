"""A table is edited as a table, by hand and by keyboard, and stored as the same clean HTML."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing.saving import save
from tests.builders import a_table, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BRIDGES = (
    "<table><caption>Мости</caption><thead><tr><th>Міст</th><th>Рік</th></tr></thead>"
    "<tbody><tr><td>Старий <strong>міст</strong></td><td>1896</td></tr></tbody></table>"
)
MERGED = '<table><tbody><tr><td colspan="2">Разом</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>'
PASTE = """([cell, text]) => {
    const data = new DataTransfer()
    data.setData("text/plain", text)
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
}"""


def saved(desk, article):
    save(desk)
    return article.blocks.get().text_uk


def cell(desk, row, column):
    return desk.get_by_role("textbox", name=f"Row {row}, column {column}")


def test_words_typed_into_cells_are_stored_and_marks_in_other_cells_stay(opened):
    article = an_article(a_table(BRIDGES))
    desk = opened(article)
    expect(desk.locator("#id_tables-0-text_uk")).to_be_hidden()
    cell(desk, 2, 2).fill("1897 < 1900")
    desk.get_by_role("textbox", name="Title of the table").fill("Усі мости")
    html = saved(desk, article)
    assert "<caption>Усі мости</caption>" in html and '<th scope="col">Рік</th>' in html
    assert "<td>Старий <strong>міст</strong></td><td>1897 &lt; 1900</td>" in html


def test_rows_and_columns_come_and_go_beside_the_cell_one_is_in(opened):
    article = an_article(a_table(BRIDGES))
    desk = opened(article)
    cell(desk, 1, 1).focus()
    desk.get_by_role("button", name="Add a column").click()
    expect(cell(desk, 1, 2)).to_be_focused()
    cell(desk, 1, 2).fill("Річка")
    cell(desk, 1, 3).focus()
    desk.get_by_role("button", name="Remove the column").click()
    cell(desk, 2, 1).focus()
    desk.get_by_role("button", name="Remove the row").click()
    html = saved(desk, article)
    assert "Рік" not in html and "1896" not in html and '<th scope="col">Річка</th></tr></thead>' in html


def test_enter_goes_down_and_adds_a_row_after_the_last(opened):
    article = an_article(a_table(BRIDGES))
    desk = opened(article)
    cell(desk, 1, 2).focus()
    desk.keyboard.press("Enter")
    expect(cell(desk, 2, 2)).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.type("1950")
    assert "<tr><td></td><td>1950</td></tr>" in saved(desk, article)


def test_the_header_row_becomes_a_row_like_any_other(opened):
    article = an_article(a_table(BRIDGES))
    desk = opened(article)
    desk.get_by_role("checkbox", name="The first row is the header").uncheck()
    html = saved(desk, article)
    assert "<thead>" not in html and "<tbody><tr><td>Міст</td><td>Рік</td></tr>" in html


def test_cells_of_a_spreadsheet_fill_the_cells_from_where_they_are_pasted(opened):
    article = an_article(a_table(BRIDGES))
    desk = opened(article)
    cell(desk, 2, 2).focus()
    cell(desk, 2, 2).evaluate("(cell, text) => (" + PASTE + ")([cell, text])", "1896\t120\n1950\t<b>80</b>\n")
    html = saved(desk, article)
    assert (
        "<td>1896</td><td>120</td>" in html and "<tr><td></td><td>1950</td><td>&lt;b&gt;80&lt;/b&gt;</td></tr>" in html
    )


def test_a_table_with_merged_cells_stays_html_and_whole(opened):
    article = an_article(a_table(MERGED))
    desk = opened(article)
    expect(desk.locator("#id_tables-0-text_uk")).to_be_visible()
    desk.locator("#id_headline_uk").fill("Інша назва")
    assert saved(desk, article) == MERGED


def test_a_new_table_is_a_grid_at_once_and_empty_is_no_text(opened):
    article = an_article()
    desk = opened(article)
    desk.get_by_role("button", name="Add text, a quote, a picture…").last.click()
    desk.get_by_role("menuitem", name="Table").click()
    expect(cell(desk, 1, 1)).to_be_focused()
    desk.keyboard.type("Рік")
    desk.keyboard.press("Backspace")
    desk.keyboard.press("Backspace")
    desk.keyboard.press("Backspace")
    assert saved(desk, article) == ""
