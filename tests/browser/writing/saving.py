"""What the hands do to save, and the moment when it is done."""

import re

from playwright.sync_api import expect


def is_the_form_sent(request):
    return request.method == "POST" and re.search("/(change|add)/", request.url) is not None


def save(page, press="Control+s"):
    """Press the keys that save and wait until the page says that it is saved."""
    with page.expect_response(lambda answer: is_the_form_sent(answer.request)):
        page.keyboard.press(press)
    expect(page.locator("[data-saved]")).to_contain_text(re.compile("^(Saved|Збережено)"))
    expect(page.locator("[data-writing][inert]")).to_have_count(0)
