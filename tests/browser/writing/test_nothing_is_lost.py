"""The line breaks in the middle of writing, two people write at once: nothing typed is lost."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from articles.models import Article, WorkingCopy
from tests.browser.writing.saving import save
from tests.builders import a_category, a_text, an_article, published
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def desk_of(person, chromium, live_server):
    """A browser of somebody who is signed in."""
    context = chromium.new_context(base_url=live_server.url)
    sign_in(context, person, live_server.url)
    return context.new_page()


@pytest.fixture
def desk(maria, chromium, live_server):
    page = desk_of(maria, chromium, live_server)
    yield page
    page.context.close()


@pytest.fixture
def other_desk(olha, chromium, live_server):
    page = desk_of(olha, chromium, live_server)
    yield page
    page.context.close()


def opened(page, article, langs="uk"):
    page.goto(f"/admin/articles/article/{article.pk}/change/?langs={langs}")
    expect(page.locator(".k-text:not(.empty-form) .ProseMirror").first).to_be_visible()
    return page


def headline(page):
    return page.get_by_label("Headline · Українська")


def test_what_is_typed_is_kept_by_itself_and_offered_to_whoever_comes_back(desk):
    article = an_article(a_text())
    opened(desk, article)
    headline(desk).fill("Міст відкрито для всіх")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    assert Article.objects.get().headline_uk != "Міст відкрито для всіх"
    opened(desk, article)
    desk.get_by_role("link", name="Go on with it").click()
    expect(headline(desk)).to_have_value("Міст відкрито для всіх")
    save(desk)
    assert Article.objects.get().headline_uk == "Міст відкрито для всіх"
    expect(desk.get_by_role("link", name="Go on with it")).to_have_count(0)


def test_the_line_breaks_and_comes_back(desk):
    article = an_article(a_text())
    opened(desk, article)
    desk.context.set_offline(True)
    desk.locator(".k-text .ProseMirror").fill("Написано в тунелі.")
    expect(desk.locator("[data-trouble]")).to_have_text("No connection: what you type is kept in this browser.")
    desk.context.set_offline(False)
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept", timeout=20_000)
    assert "%D1%82%D1%83%D0%BD%D0%B5%D0%BB%D1%96" in WorkingCopy.objects.get().data


def test_while_the_line_is_broken_the_browser_keeps_every_word(desk):
    article = an_article(a_text())
    opened(desk, article)
    desk.context.set_offline(True)
    tries = []
    desk.on("requestfailed", lambda request: "/autosave/" in request.url and tries.append(request))
    headline(desk).fill("Написано в тунелі")
    while len(tries) < 3:  # the next try is eight seconds away
        desk.wait_for_timeout(100)
    desk.keyboard.type(" і ще")
    desk.wait_for_timeout(2500)
    assert desk.evaluate("Object.values(localStorage).some((text) => text.includes('тунелі і ще'))")


def test_a_text_that_one_goes_on_with_can_be_published_at_once(desk):
    edition = published(an_article(a_text(), category=a_category()))
    opened(desk, edition.article)
    headline(desk).fill("Міст закрито")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    opened(desk, edition.article)
    desk.get_by_role("link", name="Go on with it").click()
    desk.get_by_role("button", name="Publish changes uk").click()
    expect(desk.get_by_text("Українська: published.")).to_be_visible()


def test_a_browser_closed_without_a_line_gives_the_text_back(desk):
    article = an_article(a_text())
    opened(desk, article)
    desk.context.set_offline(True)
    headline(desk).fill("Написано в тунелі")
    expect(desk.locator("[data-trouble]")).to_have_text("No connection: what you type is kept in this browser.")
    again = desk.context.new_page()
    desk.close()
    again.context.set_offline(False)
    opened(again, article)
    again.get_by_role("button", name="Go on with it").click()
    expect(headline(again)).to_have_value("Написано в тунелі")
    expect(again.get_by_role("button", name="Discard")).to_have_count(1)


def test_a_second_window_says_why_its_text_is_kept_here_and_can_save(desk):
    article = an_article(a_text())
    opened(desk, article)
    headline(desk).fill("З першого вікна")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    other = opened(desk.context.new_page(), article)
    headline(other).fill("З другого вікна")
    expect(other.locator("[data-trouble]")).to_contain_text("that you typed before, or in another window")
    expect(other.locator(".writing-head h1")).to_be_in_viewport(ratio=1)
    save(other)
    assert Article.objects.get().headline_uk == "З другого вікна"


def test_of_two_unsaved_texts_one_is_gone_on_with_after_the_other(desk):
    article = an_article(a_text())
    opened(desk, article)
    headline(desk).fill("З першого вікна")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    other = opened(desk.context.new_page(), article)
    headline(other).fill("З другого вікна")
    expect(other.locator("[data-trouble]")).to_contain_text("that you typed before, or in another window")
    again = opened(desk.context.new_page(), article)
    here = again.locator(".unsaved-text", has=again.get_by_role("button", name="Go on with it"))
    here.get_by_role("button", name="Go on with it").click()
    expect(here).to_contain_text("Text of this story that you typed before, or in another window, waits for you")
    with again.expect_navigation():
        again.locator("button[form^=discard]").click()
    again.get_by_role("button", name="Go on with it").click()
    expect(headline(again)).to_have_value("З другого вікна")


def test_a_desk_with_a_fault_is_said_and_asked_again(desk):
    opened(desk, an_article(a_text()))
    desk.route("**/autosave/**", lambda route: route.fulfill(status=500))
    headline(desk).fill("Поки збій")
    expect(desk.locator("[data-trouble]")).to_contain_text("The desk has a fault")
    desk.unroute("**/autosave/**")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept", timeout=20_000)
    expect(desk.locator("[data-trouble]")).to_be_hidden()


def test_an_unsaved_text_with_an_endless_word_is_no_wider_than_the_page(desk):
    article = an_article(a_text())
    opened(desk, article)
    headline(desk).fill("Довго" * 60)
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    opened(desk, article)
    expect(desk.get_by_role("link", name="Go on with it")).to_be_visible()
    assert desk.evaluate("document.querySelector('.unsaved-text p').scrollWidth <= innerWidth")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_a_broken_line_is_said_as_well(desk):
    article = an_article(a_text())
    desk.set_viewport_size({"width": 390, "height": 800})
    opened(desk, article)
    desk.context.set_offline(True)
    headline(desk).fill("Написано в тунелі")
    expect(desk.get_by_text("No connection: what you type is kept in this browser.")).to_be_in_viewport()


def test_what_a_browser_kept_is_offered_to_nobody_else(desk, olha, live_server):
    article = an_article(a_text())
    opened(desk, article)
    desk.context.set_offline(True)
    headline(desk).fill("Написала Марія")
    expect(desk.locator("[data-trouble]")).to_have_text("No connection: what you type is kept in this browser.")
    after_her = desk.context.new_page()
    desk.close()
    after_her.context.set_offline(False)
    sign_in(after_her.context, olha, live_server.url)
    opened(after_her, article)
    expect(after_her.locator(".unsaved-text")).to_have_count(0)


def test_a_session_that_ends_while_writing_loses_nothing(desk, maria, live_server):
    article = an_article(a_text())
    opened(desk, article)
    cookies = desk.context.cookies()
    desk.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    headline(desk).fill("Написано без входу")
    expect(desk.locator("[data-trouble]")).to_contain_text("You are signed out. What you type is kept in this browser")
    desk.context.add_cookies([each for each in cookies if each["name"] == settings.SESSION_COOKIE_NAME])
    opened(desk, article)
    desk.get_by_role("button", name="Go on with it").click()
    expect(headline(desk)).to_have_value("Написано без входу")


def test_without_a_line_a_save_says_so_and_stays(desk):
    article = an_article(a_text(), headline_uk="Міст")
    opened(desk, article)
    headline(desk).fill("Міст відкрито")
    desk.context.set_offline(True)
    desk.keyboard.press("Control+s")
    expect(desk.locator("[data-trouble]")).to_have_text("No connection: what you type is kept in this browser.")
    expect(headline(desk)).to_have_value("Міст відкрито")
    desk.context.set_offline(False)
    save(desk)
    assert Article.objects.get().headline_uk == "Міст відкрито"
    expect(desk.locator("[data-trouble]")).to_be_hidden()


def test_a_form_saves_after_its_person_signed_in_anew_in_another_tab(desk):
    article = an_article(a_text(), headline_uk="Міст")
    opened(desk, article)
    desk.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    other = desk.context.new_page()
    other.goto("/admin/")
    headline(desk).fill("Міст відкрито")
    expect(desk.locator("[data-saved]")).to_contain_text("Not saved yet; kept")
    desk.bring_to_front()
    save(desk)
    assert Article.objects.get().headline_uk == "Міст відкрито"


def test_what_is_saved_is_not_offered_again(desk):
    article = an_article(a_text())
    opened(desk, article)
    headline(desk).fill("Міст відкрито")
    save(desk)
    opened(desk, article)
    expect(desk.get_by_text("Go on with it")).to_have_count(0)


def test_two_people_write_in_different_blocks_and_both_are_kept(desk, other_desk):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    opened(desk, article), opened(other_desk, article)
    desk.locator("#texts-0 .ProseMirror").fill("Перший.")
    other_desk.locator("#texts-1 .ProseMirror").fill("Другий.")
    for page in (desk, other_desk):
        save(page)
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Перший.</p>", "<p>Другий.</p>"]


def test_two_people_write_in_one_block_and_the_second_chooses(desk, other_desk):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    opened(desk, article), opened(other_desk, article)
    desk.locator("#texts-0 .ProseMirror").fill("Перший.")
    other_desk.locator("#texts-0 .ProseMirror").fill("Єдиний.")
    save(desk)
    other_desk.keyboard.press("Control+s")
    choice = other_desk.locator(".meeting")
    expect(choice).to_contain_text("Перший.")
    expect(choice).to_contain_text("Єдиний.")
    choice.get_by_role("radio").nth(1).check()
    save(other_desk)
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Перший.</p>"]


def test_each_sees_that_the_other_is_there_and_where_they_write(desk, other_desk):
    article = an_article(a_text())
    opened(other_desk, article)
    other_desk.locator("#texts-0 .ProseMirror").focus()
    opened(desk, article)
    other_desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("[data-company]")).to_contain_text("Ольга is here", timeout=15_000)


def test_a_story_too_large_for_one_save_stays_in_the_form(desk, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000
    article = an_article(a_text())
    opened(desk, article)
    desk.locator(".k-text .ProseMirror").fill("слово " * 2000)
    desk.keyboard.press("Control+s")
    expect(desk.locator("[data-too-much]")).to_be_focused()
    expect(desk.locator(".k-text .ProseMirror")).to_contain_text("слово слово")
    assert "слово" not in article.blocks.get().text_uk
