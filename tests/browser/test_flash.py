"""A flash from a phone: the taps are counted, from the first page to readers."""

import pytest
from playwright.sync_api import expect

from articles.models import Edition
from tests.builders import a_category
from tests.signing_in import sign_in

pytestmark = pytest.mark.browser
MOST_TAPS = 8
TEXT = "О 14:20 пролунав вибух. Двоє поранених."


class Thumb:
    """Taps what it finds, and counts."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, place):
        box = place.bounding_box()
        assert box["height"] >= 44 or box["width"] >= 200, f"too small for a thumb: {box}"
        place.tap()
        self.taps += 1

    def type(self, words):
        self.page.keyboard.insert_text(words)


@pytest.fixture
def phone(transactional_db, chromium, live_server, maria):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True, locale="en-GB"
    )
    context.set_default_timeout(10_000)
    sign_in(context, maria, live_server.url)
    yield context.new_page()
    context.close()


def write(phone, thumb):
    a_category(), a_category(uk="Війна", en="War", pl="Wojna")
    phone.goto("/admin/")
    thumb.tap(phone.get_by_role("link", name="File a flash"))
    thumb.tap(phone.get_by_label("Headline"))
    thumb.type("Вибух у порту")
    thumb.tap(phone.get_by_label("What happened, in two sentences"))
    thumb.type(TEXT)
    thumb.tap(phone.locator(".chip", has_text="War"))
    thumb.tap(phone.locator(".chip", has_text="Breaking"))
    thumb.tap(phone.locator(".chip", has_text="Українська"))


def test_a_flash_goes_out_in_eight_taps(phone):
    thumb = Thumb(phone)
    write(phone, thumb)
    thumb.tap(phone.get_by_role("button", name="Publish"))
    expect(phone.get_by_text("Readers have it.")).to_be_visible()
    assert thumb.taps <= MOST_TAPS
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    story = Edition.objects.visible().get()
    assert (story.headline, story.teaser, story.category.name_en, story.is_breaking) == (
        "Вибух у порту", TEXT, "War", True,
    )  # fmt: skip
    expect(phone.get_by_text("Somebody else reads it")).to_be_visible()
    phone.goto("/uk/")
    expect(phone.locator(".breaking a")).to_have_text("Вибух у порту")


def test_without_a_line_the_words_wait_in_the_phone(phone):
    write(phone, Thumb(phone))
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Publish").tap()
    phone.wait_for_timeout(300)
    phone.context.set_offline(False)
    phone.goto("/admin/articles/article/flash/")
    expect(phone.get_by_label("Headline")).to_have_value("Вибух у порту")
    expect(phone.get_by_label("What happened, in two sentences")).to_have_value(TEXT)
    phone.get_by_role("button", name="Publish").tap()
    expect(phone.get_by_text("Readers have it.")).to_be_visible()
    phone.goto("/admin/articles/article/flash/")
    expect(phone.get_by_label("Headline")).to_have_value("")


def test_a_preview_opens_beside_and_what_was_typed_stays(phone):
    write(phone, Thumb(phone))
    with phone.expect_popup() as opened:
        phone.get_by_role("button", name="Preview").tap()
    expect(opened.value.get_by_role("heading", name="Вибух у порту")).to_be_visible()
    expect(phone.get_by_label("Headline")).to_have_value("Вибух у порту")
    assert not Edition.objects.exists()
