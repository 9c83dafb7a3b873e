"""What is taken back is gone at once: cookies, stored keys, films; and no page of the past asks or shows otherwise."""

import re
import time

import pytest

from newsroom.readers.models import Keeping
from tests.devices import kept
from tests.keyboard import Keyboard
from tests.readers import answered, register, registered

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVE, DONE = "#choose [value=save]", "[data-consent-done]"
KEEP = """() => {
    document.cookie = "visits_1=7; path=/";
    document.cookie = "somebody=else; path=/";
    localStorage.visits_1 = localStorage.letters = localStorage.other = 1;
    sessionStorage.visits_1 = 1;
    return new Promise((done) => { indexedDB.open("visits_1").onsuccess = (event) => {
        event.target.result.close();
        done();
    }; });
}"""
# What a browser says to a page that it kept; those that tests drive keep none.
COME_BACK = "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
NO_DATABASES = "async () => (await indexedDB.databases()).length === 0"


@pytest.fixture
def page(context, live_server):
    """A page of a browser whose films are answered here."""
    elsewhere = re.compile(rf"^(?!{re.escape(live_server.url)}/)https?:")
    context.route(elsewhere, lambda route: route.fulfill(body="<p>A film", content_type="text/html"))
    return context.new_page()


@pytest.fixture
def everything_granted(page, live_server):
    """A reader who agreed to all that is asked, statistics of every kind of storage among it."""
    for keeping in (Keeping.LOCAL, Keeping.SESSION, Keeping.DATABASE):
        registered("analytics", keeping=keeping, lifetime=None)
    register("preferences")
    remember(page, live_server, answered("analytics", "embeds", "preferences"))


def remember(page, live_server, value):
    home = live_server.url.replace("http:", "https:")  # the prefix of the name wants it
    page.context.add_cookies([{"name": "__Host-consent", "value": value, "url": home, "secure": True}])


def save(page, **answers):
    for letter, answer in answers.items():
        page.locator(f"[name=c-{letter}][value={answer}]").check()
    page.locator(SAVE).press("Enter")
    Keyboard(page).wait_at(DONE)


def test_what_was_kept_for_a_purpose_goes_with_it_and_all_else_stays(everything_granted, page, addresses):
    page.goto(addresses["cookies"])
    page.evaluate(KEEP)
    save(page, a="no")
    page.wait_for_function(NO_DATABASES)
    left = {("cookie", "__Host-consent"), ("cookie", "somebody"), ("local", "letters"), ("local", "other")}
    assert kept(page) == left
    save(page, f="no")
    assert kept(page) == left - {("local", "letters")}


def test_what_was_kept_for_a_purpose_goes_as_well_when_films_alone_are_allowed(everything_granted, page, addresses):
    register("marketing")  # so that all is asked anew
    page.goto(addresses["story"])
    page.evaluate(KEEP)
    page.locator("[data-embed-always] button").press("Enter")
    page.locator("iframe").wait_for()
    page.wait_for_function(NO_DATABASES)
    assert kept(page) == {("cookie", "__Host-consent"), ("cookie", "somebody"), ("local", "other")}


def test_without_scripts_the_cookies_of_a_purpose_go_with_it(plain_page, addresses, live_server):
    plain_page.context.add_cookies([{"name": name, "value": "1", "url": live_server.url} for name in ("visits_1", "x")])
    plain_page.goto(addresses["cookies"])
    plain_page.locator("[data-consent] [value=reject]").press("Enter")
    plain_page.wait_for_url("**#main")
    assert {cookie["name"] for cookie in plain_page.context.cookies()} == {"__Host-consent", "x"}


def test_films_are_links_again(everything_granted, page, addresses):
    page.goto(addresses["story"])
    page.locator("iframe").wait_for()
    page.goto(addresses["cookies"])
    save(page, e="no")
    page.goto(addresses["story"], wait_until="networkidle")
    assert page.locator("iframe").count() == 0
    assert page.get_by_role("link", name="Фільм").is_visible()


def test_films_already_loaded_are_links_again_when_the_bar_refuses(page, addresses):
    page.goto(addresses["story"])
    page.locator("[data-embed-load]").press("Enter")
    page.locator("iframe").wait_for()
    page.locator("[data-consent] [value=reject]").press("Enter")
    Keyboard(page).wait_at(DONE)
    assert page.locator("iframe").count() == 0
    assert page.locator("[data-embed-load]").is_visible()


def test_the_way_back_shows_no_bar_that_was_answered(page, addresses):
    page.goto(addresses["front"])
    page.goto(addresses["cookies"])
    save(page, a="yes")
    page.go_back()
    page.wait_for_url("**/uk/")
    page.wait_for_timeout(200)
    assert page.locator("[data-consent-question]").count() == 0


def test_the_way_back_shows_no_film_that_was_taken_back(everything_granted, page, addresses):
    page.goto(addresses["story"])
    page.locator("iframe").wait_for()
    page.goto(addresses["cookies"])
    save(page, e="no")
    page.go_back()
    page.wait_for_url(f"**{addresses['story']}")
    page.wait_for_timeout(200)
    assert page.locator("iframe").count() == 0


def test_an_answer_to_a_question_that_has_changed_shows_the_new_one_with_what_is_new(page, addresses):
    page.goto(addresses["story"])
    register("marketing")
    with page.expect_navigation():
        page.locator("[data-consent] [value=accept]").press("Enter")
    question = page.locator("[data-consent-question]")
    assert "реклама" in question.inner_text()
    assert page.context.cookies() == []


def test_whoever_answered_before_is_told_what_is_new(everything_granted, page, addresses):
    register("marketing")
    page.goto(addresses["story"])
    question = page.locator("[data-consent-question]")
    assert "Adverts Ltd (реклама)" in question.inner_text()
    assert "Film House" not in question.inner_text()
    assert page.locator("iframe").count() == 0


def test_a_page_kept_by_the_browser_asks_nothing_that_was_answered_since(page, addresses):
    page.goto(addresses["front"])
    in_another_tab(page, addresses, a="yes")
    page.evaluate(COME_BACK)
    assert page.locator("[data-consent-question]").count() == 0


@pytest.mark.parametrize(("policies_ago", "days"), [(1, 0), (0, 181)])
def test_a_page_kept_by_the_browser_takes_no_answer_that_holds_no_more(
    page, live_server, addresses, policies_ago, days
):
    policy = register("marketing")
    page.goto(addresses["story"])
    given = {"policy": policy.number - policies_ago, "when": time.time() - days * 24 * 3600}
    remember(page, live_server, answered("embeds", **given))
    page.evaluate(COME_BACK)
    assert page.locator("[data-consent-question]").is_visible()
    assert page.locator("iframe").count() == 0


def test_a_page_kept_by_the_browser_shows_no_film_that_was_taken_back_since(everything_granted, page, addresses):
    page.goto(addresses["story"])
    page.locator("iframe").wait_for()
    in_another_tab(page, addresses, e="no")
    page.evaluate(COME_BACK)
    assert page.locator("iframe").count() == 0


def test_a_page_kept_by_the_browser_leaves_a_film_that_was_asked_for(page, addresses):
    page.goto(addresses["story"])
    page.locator("[data-embed-load]").press("Enter")
    page.locator("iframe").wait_for()
    page.evaluate(COME_BACK)
    assert page.locator("iframe").count() == 1


def in_another_tab(page, addresses, **answers):
    tab = page.context.new_page()
    tab.goto(addresses["cookies"])
    save(tab, **answers)
    tab.close()
