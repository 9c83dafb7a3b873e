"""A save goes out while one writes on: the page stays as it is, and nothing typed meanwhile is lost."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Citation, Edition, WorkingCopy
from tests.browser.writing.saving import save, while_saving
from tests.builders import a_category, a_point, a_source, a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def headline(desk):
    return desk.get_by_label("Headline · Українська")


def text(desk, number=0):
    return desk.locator(f"#texts-{number} .ProseMirror")


def test_the_hands_stay_where_they_are(opened):
    article = an_article(*[a_text(f"<p>Текст {number}.</p>") for number in range(12)])
    desk = opened(article)
    text(desk, 11).click()
    desk.keyboard.press("End")
    desk.keyboard.type(" І ще")
    top = desk.evaluate("scrollY")
    save(desk)
    desk.keyboard.type(" трохи.")
    assert desk.evaluate("scrollY") == top
    expect(text(desk, 11)).to_have_text("Текст 11. І ще трохи.")
    save(desk)
    assert article.blocks.last().text_uk == "<p>Текст 11. І ще трохи.</p>"
    desk.keyboard.press("Control+z")
    expect(text(desk, 11)).not_to_have_text("Текст 11. І ще трохи.")


def test_a_new_source_leaves_the_page_as_it_is_and_is_cited_once(opened):
    source = a_source()
    desk = opened(an_article(a_text()))
    desk.evaluate("window.stays = true")
    desk.locator("#citations-group .add-row a").click()
    desk.locator("[name=citations-0-source]").evaluate(
        "(picker, pk) => picker.add(new Option('', pk, true, true))", source.pk
    )
    for title in ("Звіт", "Новий звіт"):
        desk.locator("[name=citations-0-title]").fill(title)
        save(desk)
    assert desk.evaluate("window.stays")
    assert Citation.objects.get().title == "Новий звіт"


def test_what_is_typed_while_a_save_is_under_way_stays_and_is_kept(opened):
    article = an_article(a_text("<p>Раз.</p>"), headline_uk="Міст")
    desk = opened(article)
    headline(desk).press("End")
    desk.keyboard.type(" відкрито")
    while_saving(desk, lambda: desk.keyboard.type(" для всіх"))
    expect(headline(desk)).to_have_value("Міст відкрито для всіх")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    assert Article.objects.get().headline_uk == "Міст відкрито"
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    desk.get_by_role("link", name="Go on with it").click()
    expect(headline(desk)).to_have_value("Міст відкрито для всіх")


def test_what_is_typed_while_a_new_story_is_saved_is_in_the_story(desk):
    desk.goto("/admin/articles/article/add/?langs=uk")
    headline(desk).fill("Міст")
    while_saving(desk, lambda: desk.keyboard.type(" відкрито"))
    expect(desk).to_have_url(re.compile("/change/.*continue="))
    expect(headline(desk)).to_have_value("Міст відкрито")
    assert Article.objects.get().headline_uk == "Міст"
    save(desk)
    assert Article.objects.get().headline_uk == "Міст відкрито"
    assert not WorkingCopy.objects.exists()


def test_a_new_story_opens_with_the_hands_where_they_were(desk):
    desk.goto("/admin/articles/article/add/?langs=uk")
    headline(desk).fill("Міст")
    save(desk)
    expect(desk).to_have_url(re.compile("/change/"))
    expect(headline(desk)).to_be_focused()


def test_blocks_and_points_added_and_removed_are_so_once(opened):
    article = an_article(a_text("<p>Раз.</p>"), a_text("<p>Два.</p>"), a_point(uk="Пункт"))
    desk = opened(article)
    desk.locator("#texts-0 .delete input").check(force=True)
    desk.locator("#points-0 .delete input").check(force=True)
    desk.locator("#points-group .add-row a, #points-group .add-row button").click()
    desk.keyboard.type("Новий пункт")
    save(desk)
    desk.keyboard.type(" і ще")
    save(desk)
    save(desk)
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Два.</p>"]
    assert [point.text_uk for point in article.points.all()] == ["Новий пункт і ще"]
    expect(desk.locator(".block:not(.empty-form)")).to_have_count(1)


def test_published_soon_after_typing_nothing_is_offered_as_unsaved(opened):
    article = an_article(a_text(), category=a_category())
    desk = opened(article)
    headline(desk).fill("Міст відкрито")
    desk.get_by_role("button", name="Publish uk").click()
    expect(desk.get_by_text("Українська: published.")).to_be_visible()
    expect(desk.locator(".standing").first).to_contain_text("live")
    expect(desk.get_by_text("Nothing new to publish")).to_be_visible()
    assert Edition.objects.visible().exists()
    desk.reload()
    expect(headline(desk)).to_have_value("Міст відкрито")
    expect(desk.get_by_text("Go on with it")).to_have_count(0)


def test_a_page_loaded_anew_at_once_offers_what_was_typed(opened):
    article = an_article(a_text(), headline_uk="Міст")
    desk = opened(article)
    headline(desk).press("End")
    desk.keyboard.type(" відкрито")
    expect(headline(desk)).to_have_value("Міст відкрито")
    desk.once("dialog", lambda dialog: dialog.accept())
    desk.reload()
    offers = desk.get_by_role("button", name="Go on with it").or_(desk.get_by_role("link", name="Go on with it"))
    expect(offers).to_have_count(1)
    offers.click()
    expect(headline(desk)).to_have_value("Міст відкрито")
    expect(desk.locator("[data-saved]")).not_to_contain_text("Saved")


def test_a_form_that_was_saved_is_no_other_window(opened):
    desk = opened(an_article(a_text()))
    headline(desk).fill("Міст відкрито")
    with desk.expect_response(lambda response: "/presence/" in response.url and response.status == 200):
        save(desk)
    expect(desk.locator("[data-company]")).to_be_hidden()


def test_a_speaker_a_check_and_a_missing_translation_are_said_anew(opened):
    article = an_article(a_text(), headline_uk="Міст", headline_en="A bridge", languages=("uk", "en"))
    desk = opened(article, "uk,en")
    expect(desk.locator(".row-headline .cell-note")).to_have_count(0)
    headline(desk).fill("Міст відкрито")
    save(desk)
    expect(desk.locator(".row-headline .cell-note")).to_have_text("Original changed")
    expect(desk.locator("[data-language-toggle][data-code=en]")).to_contain_text("1 changed")
