"""What is pressed while a save is under way is done after it, and what was chosen for Publish stays chosen."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Edition
from tests.articles.admin.sent import Form
from tests.browser.writing.saving import is_the_form_sent, save, while_saving
from tests.builders import a_category, a_picture, a_quote, a_speaker, a_text, an_article, published
from tests.people import hire

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PUBLISH_BY_KEYS = "Control+Shift+Enter"
EMBARGO = "[data-publish] [name=embargo]"


@pytest.fixture
def live():
    """A story that readers have in two languages."""
    story = an_article(
        a_text("<p>Раз.</p>", en="<p>One.</p>"), headline_uk="Міст", headline_en="A bridge", category=a_category()
    )
    for language in ("uk", "en"):
        published(story, language)
    return story


def headline(desk, language="Українська"):
    return desk.get_by_label(f"Headline · {language}")


def choose(desk, *languages):
    """Tick these languages under Publish, and no others."""
    desk.locator("[data-publish] summary").click()
    for box in desk.locator("[data-publish] input[name=publish]").all():
        box.set_checked(box.get_attribute("value") in languages)
    desk.locator("[data-publish] summary").click()


def give_an_embargo(desk):
    desk.locator("[data-publish] summary").click()
    desk.locator(EMBARGO).fill("2027-02-01T10:00")


def headlines(story):
    return {each.language: each.live.content["headline"] for each in Edition.objects.filter(article=story)}


def has_published(response):
    return is_the_form_sent(response.request) and "_publish" in (response.request.post_data or "")


def test_the_languages_chosen_stay_chosen_after_a_save(opened, live):
    desk = opened(live, "uk,en")
    headline(desk).fill("Міст закрито")
    choose(desk, "en")
    save(desk)
    expect(desk.locator("button[name=_publish]")).to_have_text(re.compile("en$"))


def test_what_is_asked_before_publishing_is_what_goes_out(opened, live):
    desk = opened(live, "uk,en")
    headline(desk).fill("Міст закрито")
    headline(desk, "English").fill("A closed bridge")
    choose(desk, "en")
    headline(desk).click()
    while_saving(desk, lambda: desk.keyboard.press(PUBLISH_BY_KEYS))
    question = desk.locator("[data-publish-question]")
    expect(desk.locator("[data-saved]")).to_contain_text("Saved")
    expect(question.locator("[data-publish-name]")).to_have_text("Publish changes en")
    with desk.expect_response(has_published):
        question.get_by_role("button", name="Publish").click()
    expect(desk.get_by_text("English: published.")).to_be_visible()
    assert headlines(live) == {"uk": "Міст", "en": "A closed bridge"}


def test_an_embargo_given_while_a_save_is_under_way_is_kept(opened):
    story = an_article(a_text(), headline_uk="Міст", category=a_category())
    desk = opened(story)
    headline(desk).press("End")

    while_saving(desk, lambda: give_an_embargo(desk))
    expect(desk.locator("[data-publish] details")).to_have_attribute("open", "")
    expect(desk.locator(EMBARGO)).to_be_focused()
    with desk.expect_response(has_published):
        desk.locator("button[name=_publish]").click()
    expect(desk.get_by_text("Українська:")).to_be_visible()
    edition = Edition.objects.get(article=story, language="uk")
    assert edition.is_scheduled and edition.embargo_until.year == 2027


def test_publish_pressed_while_a_save_is_under_way_follows_it(opened, live):
    desk = opened(live)
    headline(desk).fill("Міст закрито")
    with desk.expect_response(has_published):
        while_saving(desk, lambda: desk.locator("button[name=_publish]").click())
    expect(desk.get_by_text("Українська: published.")).to_be_visible()
    assert headlines(live)["uk"] == "Міст закрито"


def test_publish_pressed_before_a_page_of_its_own_opens_is_asked_for_again(desk):
    category = a_category()
    desk.goto("/admin/articles/article/add/?langs=uk")
    headline(desk).fill("Міст")
    while_saving(desk, lambda: desk.locator("button[name=_publish]").click())
    expect(desk).to_have_url(re.compile("/change/"))
    expect(desk.get_by_text("nothing was published")).to_be_visible()
    assert category and not Edition.objects.exclude(live=None).exists()


def test_a_language_asked_for_while_a_save_is_under_way_opens(opened, live):
    desk = opened(live)
    headline(desk).fill("Міст закрито")
    while_saving(desk, lambda: (desk.keyboard.type("!"), desk.keyboard.press("Alt+2")))
    expect(headline(desk, "English")).to_be_visible()
    expect(headline(desk)).to_have_value("Міст закрито!")


def test_what_is_typed_until_an_answer_comes_is_kept_in_the_browser(opened, live):
    desk = opened(live)
    headline(desk).press("End")

    def type_on():
        desk.keyboard.type(" і далі")
        desk.wait_for_timeout(2000)
        assert "і далі" in desk.evaluate("Object.values(localStorage).join()")

    while_saving(desk, type_on)


@pytest.mark.parametrize("key", ["і", "S"])
def test_control_and_s_save_in_every_layout(opened, live, key):
    desk = opened(live)
    headline(desk).fill("Міст закрито")
    session = desk.context.new_cdp_session(desk)
    pressed = {"modifiers": 2, "key": key, "code": "KeyS", "windowsVirtualKeyCode": 83}
    with desk.expect_response(lambda answer: is_the_form_sent(answer.request)):
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **pressed})
    expect(desk.locator("[data-saved]")).to_contain_text("Saved")
    assert Article.objects.get().headline_uk == "Міст закрито"


def test_a_field_that_was_saved_is_left_saved(opened, live):
    desk = opened(live)
    headline(desk).fill("Міст")
    headline(desk).press("End")
    desk.keyboard.type(" закрито")
    save(desk)
    desk.keyboard.press("Tab")
    desk.wait_for_timeout(300)
    expect(desk.locator("[data-saved]")).to_contain_text("Saved")


def test_what_a_colleague_saved_stays_though_one_types_on_while_it_comes_along(opened, client):
    story = an_article(a_text("<p>Раз.</p>"), a_text("<p>Два.</p>"), headline_uk="Міст")
    desk = opened(story)
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    client.force_login(hire("petro", "Petro", "en", ("editor", "")))
    Form(client, story).fill(**{"texts-1-text_uk": "<p>Слова Петра.</p>"}).save()
    headline(desk).fill("Міст закрито")
    while_saving(desk, lambda: desk.keyboard.type("!"))
    expect(desk).to_have_url(re.compile("continue="))
    expect(desk.locator("#texts-1")).to_contain_text("Слова Петра.")
    expect(headline(desk)).to_have_value("Міст закрито!")
    save(desk)
    assert [block.text_uk for block in story.blocks.all()] == ["<p>Раз.</p>", "<p>Слова Петра.</p>"]
    assert not asked


def test_a_new_story_typed_on_in_is_not_offered_once_more(desk):
    desk.goto("/admin/articles/article/add/?langs=uk")
    headline(desk).fill("Міст")
    while_saving(desk, lambda: desk.keyboard.type(" відкрито"))
    expect(desk).to_have_url(re.compile("continue="))
    expect(headline(desk)).to_have_value("Міст відкрито")
    save(desk)
    desk.goto("/admin/articles/article/add/?langs=uk")
    expect(headline(desk)).to_be_visible()
    expect(desk.get_by_text("Go on with it")).to_have_count(0)


def test_a_speaker_picked_while_a_save_is_under_way_has_no_face_of_another(opened):
    first, second = a_speaker(uk="Ада Лозова", portrait=a_picture()), a_speaker(uk="Богдан Орлик")
    desk = opened(an_article(a_quote(speaker=first)))
    headline(desk).press("End")
    expect(desk.locator(".speaker .face")).to_be_visible()
    pick = "(picker, pk) => { picker.add(new Option('', pk, true, true)); django.jQuery(picker).trigger('change') }"
    while_saving(desk, lambda: desk.locator("[name=quotes-0-speaker]").evaluate(pick, second.pk))
    expect(desk.locator("[data-saved]")).not_to_have_text("Saving…")
    expect(desk.locator(".speaker .face")).to_be_hidden()


def test_an_embargo_stays_given_when_a_new_story_could_not_be_published(desk):
    category = a_category()
    desk.goto("/admin/articles/article/add/?langs=uk")
    headline(desk).fill("Міст")
    give_an_embargo(desk)
    desk.locator("button[name=_publish]").click()
    expect(desk).to_have_url(re.compile("/change/"))
    expect(desk.locator(EMBARGO)).to_have_value("2027-02-01T10:00")
    assert category and not Edition.objects.exclude(live=None).exists()


def test_what_was_chosen_stays_when_publishing_waits_for_what_a_colleague_saved(opened, live, client):
    client.force_login(hire("petro", "Petro", "en", ("editor", "")))
    desk = opened(live, "uk,en")
    headline(desk).fill("Міст закрито")
    choose(desk, "uk", "en")
    Form(client, live).fill(**{"texts-0-text_uk": "<p>Слова Петра.</p>"}).save()
    with desk.expect_response(has_published):
        desk.locator("button[name=_publish]").click()
    expect(desk.get_by_text("Saved, but not published.")).to_be_visible()
    expect(desk.locator("button[name=_publish]")).to_have_text(re.compile("uk en$"))


def test_what_is_typed_after_publish_was_pressed_is_not_published(opened, live):
    desk = opened(live)
    headline(desk).fill("Міст закрито")

    def publish_and_type():
        desk.locator("button[name=_publish]").click()
        headline(desk).press("End")
        desk.keyboard.type(" і ще")

    while_saving(desk, publish_and_type)
    expect(desk.get_by_text("nothing was published")).to_be_visible()
    assert headlines(live)["uk"] == "Міст"


def test_two_languages_and_publish_pressed_meanwhile_are_all_done_or_told(opened, live):
    desk = opened(live)
    headline(desk).fill("Міст закрито")

    def press():
        desk.keyboard.type("!")
        desk.keyboard.press("Alt+2")
        desk.locator("button[name=_publish]").click()
        desk.keyboard.press("Alt+3")

    while_saving(desk, press)
    expect(headline(desk, "English")).to_be_visible()
    expect(desk.get_by_text("nothing was published")).to_be_visible()
    assert headlines(live)["uk"] == "Міст"


def test_that_it_is_published_is_said_on_a_page_that_opens_anew(opened, live):
    desk = opened(live)
    headline(desk).fill("Міст закрито")

    def add_a_block():
        desk.locator(".order-machine-insert-target.last").focus()
        desk.keyboard.press("Enter")
        desk.keyboard.press("Enter")

    while_saving(desk, add_a_block, lambda: desk.locator("button[name=_publish]").click())
    expect(desk).to_have_url(re.compile("continue="))
    expect(desk.get_by_text("Українська: published.")).to_be_visible()
