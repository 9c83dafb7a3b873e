"""Words are copied together with whose they are, by keyboard too; without the script they stand ready."""

import pytest

from articles.models import Quote
from tests.builders import a_quote, a_speaker, an_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address():
    an_edition(a_quote(en="<p>It stands.</p>", speaker=a_speaker()), language="en")
    return Quote.objects.get().get_absolute_url()


def status(page):
    return page.locator("[data-copy] [role=status]")


def test_the_button_copies_the_words_and_says_so(context, live_server, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(live_server.url + address)
    page.get_by_role("button", name="Copy").press("Enter")
    status(page).get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("[data-copy-text]").text_content()
    assert copied.startswith("“It stands.” — Ada Lozova, ")


def test_where_the_browser_refuses_the_words_are_selected(context, live_server, address):
    context.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page = context.new_page()
    page.goto(live_server.url + address)
    page.get_by_role("button", name="Copy").click()
    status(page).get_by_text("Selected").wait_for()
    assert page.evaluate("getSelection().toString()") == page.locator("[data-copy-text]").text_content()


def test_without_scripts_the_words_are_selected_at_once_and_no_button_promises_more(plain_page, live_server, address):
    plain_page.goto(live_server.url + address)
    assert not plain_page.get_by_role("button", name="Copy").is_visible()
    assert plain_page.locator("[data-copy-text]").evaluate("text => getComputedStyle(text).userSelect") == "all"
