"""The desk in a browser: sign-in, first page, lists, forms, menus; no page may write an error to the console."""

import pytest
from playwright.sync_api import expect

from tests.builders import a_speaker, an_article, an_upload, published
from tests.people import PASSWORD

pytestmark = pytest.mark.browser
PAGES = ["", "articles/article/", "articles/speaker/", "articles/speaker/add/", "pictures/picture/add/"]


@pytest.fixture
def desk(transactional_db, page, maria):
    """A page on which Maria has signed in."""
    sign_in(page)
    return page


def sign_in(page, password=PASSWORD):
    page.goto("/admin/")
    page.get_by_label("Username").fill("maria")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_sign_in_leads_to_what_waits(desk):
    expect(desk.get_by_text("Nothing waits for you.")).to_be_visible()
    expect(desk.get_by_role("link", name="New article")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 820])
def test_no_page_is_wider_than_its_screen(desk, width):
    published(an_article(languages=("uk", "en")))
    desk.set_viewport_size({"width": width, "height": 860})
    for address in PAGES:
        desk.goto(f"/admin/{address}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_wrong_password_is_said_in_words_and_the_name_stays(transactional_db, page, maria):
    sign_in(page, "not the password")
    expect(page.locator(".errorlist")).to_be_visible()
    assert page.get_by_label("Username").input_value() == "maria"


def test_the_three_things_to_try_lead_somewhere(desk):
    story = an_article(languages=("uk", "en", "pl"))
    for code in ("uk", "en", "pl"):
        published(story, code)
    desk.goto("/admin/")
    desk.get_by_role("link", name="See how its other languages stand").click()
    expect(desk.locator("#result_list tbody tr")).to_have_count(1)
    expect(desk.locator("#result_list .state", has_text="live")).to_have_count(3)
    expect(desk.get_by_text("Only “Міст відкрито” is shown.")).to_be_visible()
    desk.go_back()
    with desk.expect_popup() as opened:
        desk.get_by_role("link", name="See it on the site (opens in a new tab)").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Міст відкрито")
    expect(desk.get_by_text("Three things to try")).to_be_visible()


def test_the_list_of_stories_is_searched_and_narrowed(desk):
    published(an_article())
    an_article(headline_uk="Порт закрито")
    desk.goto("/admin/articles/article/")
    desk.get_by_placeholder("Search stories in every language").fill("МІСТ")
    desk.keyboard.press("Enter")
    expect(desk.locator("#result_list tbody tr")).to_have_count(1)
    desk.get_by_text("State", exact=True).click()
    desk.get_by_role("link", name="draft").click()
    expect(desk.get_by_text("Nothing matches.")).to_be_visible()


def test_menus_open_by_a_press_and_close_by_escape(desk):
    library = desk.locator("summary", has_text="Library")
    library.focus()
    desk.keyboard.press("Enter")
    assert desk.get_by_role("link", name="Speakers").is_visible()
    desk.keyboard.press("Escape")
    assert not desk.get_by_role("link", name="Speakers").is_visible()
    assert library.evaluate("summary => summary === document.activeElement")


def test_a_speaker_is_written_with_an_office_in_three_languages(desk):
    desk.goto("/admin/articles/speaker/add/")
    names = [desk.get_by_label(f"Full name · {language}") for language in ("Українська", "English", "Polski")]
    assert len({round(name.bounding_box()["y"]) for name in names}) == 1
    for name, text in zip(names, ("Ґонта Іван", "Ivan Honta", "Iwan Gonta"), strict=True):
        name.fill(text)
    desk.get_by_role("button", name="Add another Office").click()
    desk.get_by_label("Title of the office · English").first.fill("Mayor")
    desk.get_by_label("Title of the office · Українська").first.fill("Голова")
    desk.get_by_role("button", name="Save", exact=True).click()
    row = desk.locator("#result_list tbody tr")
    expect(row).to_contain_text("Ivan Honta")
    expect(row).to_contain_text("Mayor")


def test_an_error_of_a_form_leads_to_its_field(desk):
    speaker = a_speaker()
    desk.goto(f"/admin/articles/speaker/{speaker.pk}/change/")
    desk.get_by_label("Full name · Українська").fill("")
    desk.get_by_label("Wikidata").fill("Q42")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.locator(".what-is-wrong").get_by_role("link", name="Full name · Українська").click()
    assert desk.evaluate("location.hash") == "#id_name_uk"
    assert desk.get_by_label("Wikidata").input_value() == "Q42"


def test_a_chosen_picture_is_shown_before_it_is_uploaded(desk, tmp_path):
    file = tmp_path / "bridge.jpg"
    file.write_bytes(an_upload().read())
    desk.goto("/admin/pictures/picture/add/")
    shown = desk.locator("img[data-preview]")
    assert not shown.is_visible()
    desk.locator("#id_original").set_input_files(file)
    shown.wait_for(state="visible")
    assert shown.evaluate("image => image.naturalWidth") == 64


def test_the_desk_changes_its_language_and_its_light(desk):
    desk.get_by_label("Your account").click()
    desk.get_by_role("button", name="Polski").click()
    expect(desk.locator("html")).to_have_attribute("lang", "pl")
    desk.locator("summary.initial").click()
    before = desk.evaluate("getComputedStyle(document.body).backgroundColor")
    desk.locator(".theme-toggle").click()
    assert desk.evaluate("getComputedStyle(document.body).backgroundColor") != before
