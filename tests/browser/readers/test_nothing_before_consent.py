"""Before readers agree, and after they refuse, nothing is kept on their device and no other host is asked."""

import pytest

from tests.devices import kept
from tests.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

END = "window.scrollTo(0, document.body.scrollHeight)"


def read_everything(page, addresses):
    """Open every kind of page to its end; the page itself complains when another host is asked."""
    for kind in ("front", "category", "story", "speaker", "archive", "cookies"):
        page.goto(addresses[kind])
        page.evaluate(END)
        page.wait_for_load_state("networkidle")
        assert page.locator("main h1, main h2").count(), kind


def test_reading_every_kind_of_page_leaves_nothing_behind(page, addresses):
    read_everything(page, addresses)
    assert kept(page) == set()


def test_after_a_refusal_only_the_refusal_is_kept(page, addresses):
    page.goto(addresses["story"])
    page.locator("[data-consent] [value=reject]").press("Enter")
    Keyboard(page).wait_at("[data-consent-done]")
    read_everything(page, addresses)
    assert kept(page) == {("cookie", "__Host-consent")}
