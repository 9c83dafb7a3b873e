"""Which language a page offers to whom, as a browser shows it."""

import pytest

from articles.models import Change
from tests.builders import an_edition, changed, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
OLDER = "The English version is older"


def prompt(page):
    return page.locator("[data-prompt]")


def test_the_prompt_speaks_the_language_it_offers_and_names_staying_in_both(page, addresses):
    page.goto(addresses["story"])
    assert prompt(page).get_attribute("lang") == "en"
    assert prompt(page).get_by_role("link").inner_text() == "This page is also in English."
    assert prompt(page).get_by_role("button", name="Stay here · Лишитися тут").is_visible()
    assert OLDER not in prompt(page).inner_text()


def test_an_offered_version_that_is_older_is_said_to_be(page, addresses, article):
    published(changed(article, headline_uk="Міст закрито"), "uk", change=Change.SIGNIFICANT)
    page.goto(addresses["story"])
    assert OLDER in prompt(page).inner_text()


def test_nothing_is_offered_that_there_is_not(page, addresses):
    page.goto(an_edition(headline_uk="Лише українською").get_absolute_url())
    assert prompt(page).count() == 0


def test_readers_of_the_page_s_language_are_offered_nothing(reader_from, addresses):
    page = reader_from("uk-UA")
    page.goto(addresses["story"])
    assert prompt(page).count() == 0


def test_crawlers_are_offered_nothing(reader_from, addresses):
    page = reader_from("en-GB", user_agent=CRAWLER)
    page.goto(addresses["story"])
    assert prompt(page).count() == 0
    assert page.locator("[data-consent-question]").is_visible()
