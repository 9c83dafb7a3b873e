"""Global Privacy Control: a browser's word against advertising, which only a tick of its own outweighs."""

import json
from datetime import date

import pytest

from tests.readers import OURS, answer, letters, register, registered


@pytest.fixture(autouse=True)
def advertising():
    register("analytics", "marketing")


def test_well_known_says_that_the_signal_is_obeyed(client):
    response = client.get("/.well-known/gpc.json")
    assert response["Content-Type"] == "application/json"
    said = json.loads(response.content)
    assert said["gpc"] is True
    assert date.fromisoformat(said["lastUpdate"])
    assert not response.cookies


@pytest.mark.parametrize(
    ("signal", "granted"),
    [("1", "a"), (" 1", "a"), ("1, 1", "a"), ("0, 1", "a"), ("0", "am"), ("true", "am"), ("", "am"), ("1.0", "am")],
)
def test_accepting_all_means_no_advertising_where_the_signal_is_1(client, signal, granted):
    assert letters(answer(client, OURS | {"sec-gpc": signal}, choice="accept")) == granted


def test_a_script_can_pass_on_a_signal_that_has_no_header(client):
    assert letters(answer(client, choice="accept", gpc="1")) == "a"


def test_advertising_ticked_by_itself_is_granted(client):
    assert letters(answer(client, OURS | {"sec-gpc": "1"}, choice="save", c=["a", "m"])) == "am"


def test_the_bar_does_not_ask_for_what_the_signal_refuses(client):
    assert "advertising" in client.get("/en/story/").text
    html = client.get("/en/story/", headers={"sec-gpc": "1"}).text
    assert "visit statistics" in html
    assert "advertising" not in html


def test_the_bar_does_not_tell_of_new_advertisers_whom_the_signal_refuses(client):
    answer(client, choice="reject")
    registered("marketing", name="more", provider="More Adverts Ltd")
    registered("analytics", name="more", provider="Counting Ltd")
    html = client.get("/en/story/", headers={"sec-gpc": "1"}).text
    assert "Counting Ltd" in html
    assert "More Adverts Ltd" not in html


def test_the_cookies_page_still_offers_it(client):
    assert 'name="c-m"' in client.get("/en/privacy/", headers={"sec-gpc": "1"}).text
