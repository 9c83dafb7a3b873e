"""Over plain http browsers say less of a request, and a cookie has no prefix that would keep it from standing twice."""

import shutil

import pytest

from tests.conftest import CHROMIUM, READER
from tests.keyboard import Keyboard
from tests.readers import answered, register

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOST = "news.example"
DONE = "[data-consent-done]"


@pytest.fixture
def home(live_server, settings):
    settings.ALLOWED_HOSTS = [HOST]
    return live_server.url.replace("localhost", HOST)


@pytest.fixture
def page(chromium, home):
    """A page of a browser that takes the test's server for one far away."""
    arguments = [*CHROMIUM, f"--host-resolver-rules=MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND"]
    browser = chromium.browser_type.launch(executable_path=shutil.which("chromium"), args=arguments)
    yield browser.new_context(base_url=home, **READER).new_page()
    browser.close()


def remember(page, home, value, path="/"):
    page.context.add_cookies([{"name": "consent", "value": value, "domain": HOST, "path": path}])


def cookies(page):
    return [cookie["name"] for cookie in page.context.cookies()]


def test_an_answer_is_kept_and_confirmed_in_place(page, addresses):
    page.goto(addresses["category"])
    page.locator("[data-consent] [value=accept]").press("Enter")
    Keyboard(page).wait_at(DONE)
    assert cookies(page) == ["consent"]


def test_an_answer_that_came_late_is_not_said_to_be_saved(page, addresses):
    page.goto(addresses["category"])
    register("marketing")
    with page.expect_navigation():
        page.locator("[data-consent] [value=accept]").press("Enter")
    assert "реклама" in page.locator("[data-consent-question]").inner_text()
    assert not page.locator(DONE).is_visible()
    assert cookies(page) == []


def test_an_answer_loads_films_on_the_next_page_as_well(page, home, addresses):
    remember(page, home, answered("embeds"))
    page.goto(addresses["story"])
    page.locator("iframe").wait_for()


def test_of_two_answers_neither_loads_a_film(page, home, addresses):
    remember(page, home, answered())
    remember(page, home, answered("embeds"), path="/uk")
    page.goto(addresses["story"], wait_until="networkidle")
    assert len(cookies(page)) == 2
    assert page.locator("[data-consent-question]").count() == 0
    assert page.locator("iframe").count() == 0
