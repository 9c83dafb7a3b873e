"""Undo changes the field that one is in, and nothing out of sight."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing.saving import save
from tests.builders import a_point, a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_undo_outside_of_the_fields_changes_none(opened):
    desk = opened(an_article(a_text("<p>Раз.</p>"), a_text("<p>Два.</p>")))
    desk.locator("#texts-0 .ProseMirror").click()
    desk.keyboard.type("Ще. ")
    desk.locator("#texts-1 .ProseMirror").click()
    desk.keyboard.type("І ще. ")
    desk.locator("#texts-0 [data-grip]").focus()
    for _n in range(3):
        desk.keyboard.press("Control+z")
    assert "Ще." in desk.locator("#texts-0 .ProseMirror").inner_text()
    assert "І ще." in desk.locator("#texts-1 .ProseMirror").inner_text()


def test_undo_in_the_headline_changes_no_block(opened):
    desk = opened(an_article(a_text("<p>Раз.</p>")))
    desk.locator("#texts-0 .ProseMirror").click()
    desk.keyboard.type("Ще. ")
    desk.locator("#id_headline_uk").click()
    for _n in range(3):
        desk.keyboard.press("Control+z")
    assert "Ще." in desk.locator("#texts-0 .ProseMirror").inner_text()
    desk.locator("#texts-0 .ProseMirror").click()
    desk.keyboard.press("Control+z")
    expect(desk.locator("#texts-0 .ProseMirror")).to_have_text("Раз.")


def test_a_new_point_and_a_new_block_come_back_by_the_same_cross(opened):
    article = an_article(a_text("<p>Раз.</p>"), a_point(uk="Пункт"))
    desk = opened(article)
    desk.get_by_role("button", name="Add a point").click()
    desk.keyboard.type("Новий пункт")
    for _n in range(2):
        desk.locator("#points-1 .delete input").focus()
        desk.keyboard.press("Space")
        expect(desk.locator("#points-1 .delete input")).to_be_focused()
    save(desk)
    assert [point.text_uk for point in article.points.all()] == ["Пункт", "Новий пункт"]
    desk.locator("#points-1 .delete input").focus()
    desk.keyboard.press("Space")
    save(desk)
    assert [point.text_uk for point in article.points.all()] == ["Пункт"]


def test_the_hands_are_at_the_address_of_a_new_film(opened):
    desk = opened(an_article(a_text("<p>Раз.</p>")))
    desk.locator(".order-machine-insert-target.last").click()
    desk.locator(".plugin-button", has_text="embed").or_(desk.locator(".plugin-button[title*='ilm']")).first.click()
    expect(desk.locator("#embeds-0 [type=url]")).to_be_focused()
