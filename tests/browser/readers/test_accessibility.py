"""axe-core finds nothing while readers are asked: on every kind of page, light, dark and from the right."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from newsroom.readers.models import RegistryEntry
from tests.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(320, 640), (768, 1024), (1280, 720)]
FOUND = ["search", "nothing found", "quotes found"]
LOOKS = [("light", "ltr"), ("dark", "ltr"), ("light", "rtl")]


def violations(page):
    """Name every fault that axe-core finds, each with the elements it is about."""
    found = Axe().run(page).response["violations"]
    return [(fault["id"], node["html"][:120]) for fault in found for node in fault["nodes"]]


def look(page, scheme, direction):
    page.emulate_media(color_scheme=scheme)
    page.evaluate("direction => { document.documentElement.dir = direction }", direction)


def faults_in_every_look(page):
    found = []
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        for scheme, direction in LOOKS:
            look(page, scheme, direction)
            found += [(width, scheme, direction, *fault) for fault in violations(page)]
    return found


@pytest.mark.parametrize("kind", ["front", "story", "category", "speaker", "bank", "quote", "cookies", *FOUND])
def test_with_the_bar_and_the_prompt_open_nothing_is_wrong(page, addresses, kind):
    page.goto(addresses[kind])
    assert page.locator("[data-consent-question]").is_visible()
    assert page.locator("[data-prompt-question]").is_visible()
    assert faults_in_every_look(page) == []


def test_with_the_bar_open_nothing_is_wrong_where_there_is_no_page(context, addresses):
    page = context.new_page()  # its visit is a complaint: the console names the 404
    page.goto(addresses["nothing"])
    assert page.locator("[data-consent-question]").is_visible()
    assert faults_in_every_look(page) == []


def test_the_confirmations_are_right(page, addresses):
    page.goto(addresses["cookies"])
    page.locator("[data-consent] [value=accept]").press("Enter")
    Keyboard(page).wait_at("[data-consent-done]")
    page.locator("[name=stay]").press("Enter")
    Keyboard(page).wait_at("[data-prompt-done]")
    assert faults_in_every_look(page) == []


def test_the_notice_is_right(page, settings, addresses):
    RegistryEntry.objects.filter(own=False).delete()
    settings.CONSENT_MODE = "notice"
    page.goto(addresses["front"])
    assert page.locator("[data-notice]").is_visible()
    assert faults_in_every_look(page) == []


def test_axe_does_find_what_is_wrong(page, addresses):
    page.goto(addresses["front"])
    page.evaluate("document.querySelector('[data-consent] [value=accept]').textContent = ''")
    assert [fault for fault, _element in violations(page)] == ["button-name"]
