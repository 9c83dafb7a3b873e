"""Whatever ends up on a device when everything was allowed, the cookies page tells of it."""

import pytest

from newsroom.readers.models import RegistryEntry
from tests.devices import kept, unregistered
from tests.keyboard import Keyboard
from tests.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def device(context):
    """A page of a browser that asks no other house: films are answered here."""
    page = context.new_page()
    context.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="<p>A film"))
    return page


@pytest.fixture
def host(live_server):
    return live_server.url.removeprefix("http://")


def press(page, selector, focus):
    page.locator(selector).press("Enter")
    Keyboard(page).wait_at(focus)


def see_the_notice(page, settings, address):
    asked = list(RegistryEntry.objects.exclude(category="necessary"))
    RegistryEntry.objects.filter(own=False).delete()
    settings.CONSENT_MODE = "notice"
    page.goto(address)
    press(page, "[data-notice] button", "main")
    for entry in asked:
        entry.save(force_insert=True)


def allow_everything(page, addresses):
    page.goto(addresses["story"])
    press(page, "[data-consent] [value=accept]", "[data-consent-done]")
    page.locator("iframe").wait_for()
    press(page, "[data-prompt] [name=stay]", "[data-prompt-done]")
    for address in (*addresses.values(), "/en/privacy/"):
        page.goto(address)


def switch_language(page, address):
    page.goto(address)
    press(page, "[data-prompt] [name=language]", "#head")


def work_on_the_desk(page, article):
    page.goto("/admin/")
    page.get_by_label("Username").fill("maria")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.locator("summary.initial").click()
    page.locator(".theme-toggle").click()
    page.goto("/admin/articles/article/")
    page.get_by_text("State", exact=True).click()
    page.goto(f"/admin/articles/article/{article.pk}/change/")


def test_nothing_is_kept_that_the_registry_does_not_list(device, host, settings, addresses, article, maria):
    things = set()
    see_the_notice(device, settings, addresses["front"])
    allow_everything(device, addresses)
    work_on_the_desk(device, article)
    things |= kept(device)
    device.context.clear_cookies()
    switch_language(device, addresses["story"])
    things |= kept(device)
    cookies = {"__Host-consent", "__Host-notice", "__Host-lang", "__Host-lang-prompt", "session", "csrf", "desk"}
    assert {name for kind, name in things if kind == "cookie"} == cookies
    assert ("local", "theme") in things
    assert unregistered(things, host) == set()


def test_what_the_registry_lacks_is_noticed(device, host, addresses):
    switch_language(device, addresses["story"])
    RegistryEntry.objects.get(name="lang").delete()
    assert unregistered(kept(device), host) == {("cookie", "__Host-lang")}


def test_storage_of_every_kind_is_noticed(device, host, addresses):
    device.goto(addresses["front"])
    device.evaluate("localStorage.left = sessionStorage.left = 1")
    device.evaluate("new Promise((done) => { indexedDB.open('left').onsuccess = done })")
    expected = {("local", "left"), ("session", "left"), ("indexeddb", "left")}
    assert unregistered(kept(device), host) == expected
