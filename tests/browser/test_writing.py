"""A story is written in the browser: blocks, quotes, speakers, two languages; only what is published is public."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Edition
from newsroom.editorial.stages import Stage
from tests.browser.writing.saving import save
from tests.builders import a_category, a_quote, a_speaker, a_text, an_article, published
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(maria, context, page, live_server):
    """A page of Maria's, who edits and publishes."""
    sign_in(context, maria, live_server.url)
    return page


def pick(page, field, words):
    """Pick what a field of the given name offers for some letters."""
    page.locator(f"select[name='{field}'] + .select2").click()
    page.locator(".select2-search__field").last.type(words)
    page.locator(".select2-results__option--highlighted", has_text=words).click()


def add_quote(page, number, speaker, uk, en):
    page.get_by_role("button", name="Add text, a quote, a picture…").last.click()
    page.get_by_role("menuitem", name="Quote").click()
    block = page.locator(f"#quotes-{number}")
    block.locator(".ProseMirror").nth(0).fill(uk)
    block.locator(".ProseMirror").nth(1).fill(en)
    pick(page, f"quotes-{number}-speaker", speaker)


def test_a_story_in_two_languages_is_public_in_the_published_one_only(desk):
    a_category(), a_speaker("Ада Лозова", "Ada Lozova"), a_speaker("Марко Вир", "Marko Vyr")
    desk.goto("/admin/articles/article/add/?langs=uk,en")
    desk.get_by_label("Headline · Українська").fill("Міст відкрито")
    desk.get_by_label("Headline · English").fill("The bridge is open")
    pick(desk, "category", "Politics")
    add_quote(desk, 0, "Ada Lozova", "Це потрібно місту.", "The city needs this.")
    add_quote(desk, 1, "Marko Vyr", "Рахунок оплачено.", "The bill is paid.")
    desk.get_by_role("button", name="Publish uk").click()
    link = desk.get_by_role("link", name="Міст відкрито")
    address = link.get_attribute("href")
    link.click()
    expect(desk.locator("blockquote")).to_have_count(2)
    expect(desk.locator("main")).to_contain_text("Марко Вир")
    edition = Edition.objects.get(language="en")
    assert (edition.stage, edition.slug) == (Stage.DRAFT, None)
    for guess in (address.replace("/uk/", "/en/"), "/en/politics/the-bridge-is-open/"):
        assert desk.request.get(guess).status == 404


def test_an_edit_saved_but_not_published_shows_nowhere(desk, nina):
    edition = published(an_article(a_text("<p>Давнє слово.</p>"), category=a_category()))
    addresses = (edition.get_absolute_url(), "/uk/", edition.category.get_absolute_url())
    desk.goto(f"/admin/articles/article/{edition.article_id}/change/?langs=uk")
    desk.get_by_label("Headline · Українська").fill("Новий заголовок")
    desk.locator(".k-text .ProseMirror").fill("Новеньке слово.")
    desk.keyboard.press("Control+s")
    expect(desk.locator(".standing").first).to_contain_text("2 unpublished changes · Maria")
    assert Article.objects.get().headline_uk == "Новий заголовок"
    for address in addresses:
        html = nina.get(address).content.decode()
        assert "Новий заголовок" not in html and "Новеньке" not in html


def test_opening_another_language_loses_nothing_typed(desk):
    article = an_article(a_text())
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    desk.locator(".k-text .ProseMirror").fill("Щойно написане.")
    desk.get_by_role("link", name="English").click()
    expect(desk.get_by_label("Headline · English")).to_be_visible(timeout=15_000)  # a save, then a page
    expect(desk.locator(".k-text .ProseMirror").first).to_have_text("Щойно написане.")
    expect(desk).to_have_url(re.compile("langs=uk,en"))


def test_a_block_moves_by_keyboard_and_its_place_is_said(desk):
    article = an_article(a_text("<p>Перший.</p>"), a_quote("<p>Другий.</p>"))
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    desk.locator("#quotes-0 [data-grip]").focus()
    desk.keyboard.press("Alt+Shift+ArrowUp")
    expect(desk.locator("[data-announcer]")).to_have_text("Quote, now 1 of 2")
    expect(desk.locator(".block:not(.empty-form) .ProseMirror").first).to_have_text("Другий.")
    save(desk)
    assert [block.kind for block in article.blocks.all()] == ["quote", "text"]


def test_the_text_areas_speak_the_language_of_their_column(desk):
    article = an_article(a_text(en="<p>Open.</p>"))
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk,en")
    editors = desk.locator(".k-text .ProseMirror")
    expect(editors).to_have_count(2)
    assert [editors.nth(n).get_attribute("lang") for n in (0, 1)] == ["uk", "en"]
    assert editors.nth(1).get_attribute("aria-label") == "Text · English"
    assert editors.nth(0).get_attribute("spellcheck") == "true"


def test_on_a_phone_languages_stand_one_under_another_and_nothing_leaves_the_screen(desk):
    article = an_article(a_text(en="<p>Open.</p>"), languages=("uk", "en"))
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk,en")
    upper, lower = (desk.locator(f"#id_headline_{code}").bounding_box() for code in ("uk", "en"))
    assert upper["x"] == lower["x"] and upper["y"] + upper["height"] <= lower["y"]
    desk.get_by_label("What is published, and when").click()
    card, head, title = (desk.locator(name).bounding_box() for name in (".publish-card", ".writing-head", ".bar-title"))
    assert card["x"] >= 0 and card["x"] + card["width"] <= 390
    assert head["height"] <= 100 and title["width"] >= 150
    assert desk.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_filled_button_comes_when_there_is_something_to_publish(desk):
    article = an_article(a_text(), languages=("uk", "en"))
    published(article)
    address = f"/admin/articles/article/{article.pk}/change/?langs=uk,en"
    publish, nothing = desk.get_by_role("button", name="Publish changes uk"), desk.get_by_text("Nothing new to publish")
    desk.goto(address)
    expect(nothing).to_be_visible()
    expect(publish).to_be_hidden()
    desk.get_by_label("What is published, and when").click()
    desk.get_by_role("checkbox", name="English").check()
    expect(desk.get_by_role("button", name="Publish changes uk en")).to_be_visible()
    desk.goto(address)
    desk.get_by_label("Headline · Українська").fill("Нова назва")
    expect(publish).to_be_visible()
    expect(nothing).to_be_hidden()


def test_a_speaker_just_picked_has_a_name_and_nobody_else_s_office(desk):
    ada, _marko = a_speaker(office={"title_uk": "голова порту"}), a_speaker("Марко Вир", "Marko Vyr")
    article = an_article(a_quote(speaker=ada))
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    office = desk.locator("#quotes-0 .office")
    expect(office).to_be_visible()
    pick(desk, "quotes-0-speaker", "Marko Vyr")
    expect(office).to_be_hidden()
    pick(desk, "quotes-0-speaker", "Ada Lozova")
    expect(office).to_be_visible()
    desk.get_by_role("button", name="Add text, a quote, a picture…").last.click()
    desk.get_by_role("menuitem", name="Quote").click()
    expect(desk.locator("#quotes-1")).to_be_visible()
    expect(desk.locator("#quotes-1 :is(.face, .office)")).to_have_count(0)


def test_a_new_block_is_headed_by_its_kind(desk):
    article = an_article(a_text())
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    desk.get_by_role("button", name="Add text, a quote, a picture…").last.click()
    desk.get_by_role("menuitem", name="Heading").click()
    expect(desk.locator("#headings-0 h3 .inline_label")).to_have_text("Heading")


def test_every_field_beside_the_sheet_has_a_name(desk):
    article = an_article(a_text(), category=a_category())
    desk.goto(f"/admin/articles/article/{article.pk}/change/?langs=uk")
    desk.get_by_text("Add a source").click()
    details = desk.get_by_role("complementary", name="Details")
    for name in ("Category", "Picture", "Source"):
        expect(details.get_by_role("combobox", name=name)).to_be_visible()
    for name in ("Topics", "Authors, in order"):
        expect(details.locator(".select2-selection").and_(details.get_by_role("combobox", name=name))).to_be_visible()


def test_details_give_way_when_a_tablet_is_turned(desk):
    desk.set_viewport_size({"width": 1280, "height": 800})
    desk.goto(f"/admin/articles/article/{an_article(a_text()).pk}/change/?langs=uk")
    details = desk.get_by_role("complementary", name="Details")
    expect(details).to_be_visible()
    desk.set_viewport_size({"width": 800, "height": 1280})
    expect(details).to_be_hidden()
    desk.set_viewport_size({"width": 1280, "height": 800})
    expect(details).to_be_visible()
