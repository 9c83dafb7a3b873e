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


def while_saving(desk, work, press=None):
    """Save, or press something else, and do something before the form that was sent goes on its way."""
    sent = re.compile("/(change|add)/")
    held = []

    def hold(route):
        if is_the_form_sent(route.request):
            held.append(route)
        else:
            route.continue_()

    desk.route(sent, hold)
    press() if press else desk.keyboard.press("Control+s")
    expect(desk.locator("[data-saved]")).to_have_text("Saving…")
    for _look in range(200):
        if held:
            break
        desk.wait_for_timeout(50)
    assert held, "the form was not sent"
    work()
    with desk.expect_response(lambda response: is_the_form_sent(response.request)):
        held[0].continue_()
    desk.unroute(sent)
