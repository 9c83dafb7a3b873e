"""A film of another house: a link, until the reader agrees to embeds."""

import re

import pytest

from tests.builders import an_edition, an_embed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILM = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
PLAYER = re.compile(r"https://www\.youtube-nocookie\.com/embed/aqz-KE-bpKQ")


@pytest.fixture
def address(settings):
    settings.CONSENT_PURPOSES = ["embeds"]
    return an_edition(an_embed(FILM, en="A rabbit"), language="en").get_absolute_url()


@pytest.fixture
def reader(context):
    """A page for which the other house answers here, because tests don't leave this machine."""
    page = context.new_page()
    page.route(PLAYER, lambda route: route.fulfill(body="A film", content_type="text/html"))
    return page


def film(page):
    return page.locator("iframe[title='A rabbit']")


def test_before_consent_a_film_is_a_link_and_nothing_is_fetched(page, address):
    page.goto(address)
    assert page.get_by_role("link", name="A rabbit").get_attribute("href") == FILM
    assert film(page).count() == 0


def test_a_film_plays_in_its_place_as_soon_as_the_reader_agrees(reader, address):
    reader.goto(address)
    reader.get_by_role("button", name="Accept all").click()
    film(reader).wait_for()
    assert PLAYER.match(film(reader).get_attribute("src"))


def test_a_reader_who_refused_keeps_the_link(reader, address):
    reader.goto(address)
    reader.get_by_role("button", name="Reject all").click()
    reader.get_by_role("button", name="Hide").wait_for()
    reader.reload()
    assert film(reader).count() == 0


def test_an_agreement_is_remembered_on_the_next_page(reader, address):
    reader.goto(address)
    reader.get_by_role("button", name="Accept all").click()
    film(reader).wait_for()
    reader.reload()
    film(reader).wait_for()
