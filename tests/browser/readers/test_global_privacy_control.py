"""Global Privacy Control, as a header or only to scripts: to accept all is then to accept all but advertising."""

import pytest

from newsroom.readers.consent import parse
from newsroom.readers.models import RegistryEntry
from tests.keyboard import Keyboard
from tests.readers import register

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TO_SCRIPTS = "Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true })"


@pytest.fixture(autouse=True)
def advertising(asked_for):
    register("marketing")


def answer(page, button, focus="[data-consent-done]"):
    page.locator(button).press("Enter")
    Keyboard(page).wait_at(focus)
    (cookie,) = page.context.cookies()
    return parse(cookie["value"], cookie["expires"] - 180 * 24 * 3600).letters


def test_without_the_signal_everything_is_everything(page, addresses):
    page.goto(addresses["category"])
    assert answer(page, "[data-consent] [value=accept]") == "aem"


def test_with_the_header_advertising_is_neither_asked_nor_granted(reader_from, addresses):
    page = reader_from("en-GB", extra_http_headers={"Sec-GPC": "1"})
    page.goto(addresses["category"])
    assert "реклама" not in page.locator("[data-consent-question]").inner_text()
    assert answer(page, "[data-consent] [value=accept]") == "ae"


def test_with_the_signal_to_scripts_alone_advertising_is_not_granted(page, addresses):
    page.add_init_script(TO_SCRIPTS)
    page.goto(addresses["category"])
    assert answer(page, "[data-consent] [value=accept]") == "ae"


def test_with_the_signal_to_scripts_alone_advertising_is_not_asked_for(page, addresses):
    page.goto(addresses["category"])
    everything = page.locator("[data-consent-question]").inner_text()
    page.add_init_script(TO_SCRIPTS)
    page.goto(addresses["category"], wait_until="networkidle")
    assert page.locator("[data-consent-question]").inner_text() == everything.replace(", реклама", "")


def test_with_the_signal_to_scripts_alone_nothing_is_asked_when_it_is_about_advertising_only(page, addresses):
    RegistryEntry.objects.filter(category__in=["embeds", "analytics"]).delete()
    page.add_init_script(TO_SCRIPTS)
    page.goto(addresses["category"], wait_until="networkidle")
    assert page.locator("[data-consent]").count() == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize("options", [{}, {"extra_http_headers": {"Sec-GPC": "1"}}], ids=["to scripts", "as a header"])
def test_advertising_can_still_be_chosen_by_itself(reader_from, addresses, options):
    page = reader_from("en-GB", **options)
    page.add_init_script(TO_SCRIPTS)
    page.goto(addresses["cookies"])
    page.locator("[name=c-m][value=yes]").check()
    assert answer(page, "#choose [value=save]") == "m"
