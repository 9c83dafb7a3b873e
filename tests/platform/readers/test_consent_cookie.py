"""The cookie that keeps a reader's answer."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.readers.consent import dump, parse

NOW = 1_800_000_000
DAY = 24 * 3600


@pytest.fixture(autouse=True)
def every_purpose(settings):
    settings.CONSENT_PURPOSES = ["preferences", "analytics", "embeds", "marketing"]
    settings.CONSENT_POLICY = 3


@pytest.mark.parametrize(
    ("value", "grants"),
    [
        (f"1.3..{NOW}", set()),
        (f"1.3.e.{NOW}", {"embeds"}),
        (f"1.3.aefm.{NOW}", {"analytics", "embeds", "preferences", "marketing"}),
        (f"1.4.m.{NOW}", {"marketing"}),
        (f"1.3.e.{NOW - 179 * DAY}", {"embeds"}),
        (f"1.3.e.{NOW - 180 * DAY}", {"embeds"}),
        (f"1.3.e.{NOW + DAY}", {"embeds"}),
    ],
)
def test_a_sound_cookie_is_an_answer(value, grants):
    consent = parse(value, NOW)
    assert consent.decided
    assert consent.grants == grants


@pytest.mark.parametrize(
    "value",
    [
        "",
        "junk",
        "x" * 4096,
        f"2.3.e.{NOW}",
        f"1.2.e.{NOW}",  # an older policy
        f"1.0.e.{NOW}",
        f"1.33333.e.{NOW}",
        f"1.3.x.{NOW}",
        f"1.3.E.{NOW}",
        f"1.3.ea.{NOW}",  # unsorted
        f"1.3.ee.{NOW}",
        f"1.3.aefma.{NOW}",
        f"1.3.e.{NOW}\n",
        f" 1.3.e.{NOW}",
        f"1.3.e.{NOW}.x",
        "1.3.e.180000000",
        "1.3.e.18000000000",
        "1.3.e.１８００００００００",
        f"1.٣.e.{NOW}",
        f"1.3.e.{NOW + DAY + 1}",
        f"1.3.e.{NOW - 180 * DAY - 1}",
        f"1.3.e.{NOW - 181 * DAY}",
    ],
)
def test_anything_else_is_no_answer(value):
    consent = parse(value, NOW)
    assert not consent.decided
    assert not consent.grants


@given(st.text())
def test_any_text_is_survived(value):
    assert not parse(value, NOW).decided


@given(st.sets(st.sampled_from(["preferences", "analytics", "embeds", "marketing"])))
def test_what_is_written_is_read_again(grants):
    consent = parse(dump(grants, NOW), NOW)
    assert consent.grants == grants
    assert consent.decided_at == datetime.fromtimestamp(NOW, UTC)


def test_the_longest_cookie_stays_small():
    assert len("__Host-consent=" + dump(["preferences", "analytics", "embeds", "marketing"], NOW)) <= 48


def test_a_purpose_that_is_not_asked_for_is_neither_written_nor_read(settings):
    settings.CONSENT_PURPOSES = ["embeds"]
    assert dump(["embeds", "marketing"], NOW) == f"1.3.e.{NOW}"
    assert not parse(f"1.3.em.{NOW}", NOW).allows("marketing")


def test_a_raised_policy_asks_again(settings, client):
    client.cookies["consent"] = dump(["embeds"], time.time())
    assert "data-consent" not in client.get("/en/story/").text
    settings.CONSENT_POLICY = 4
    assert "data-consent" in client.get("/en/story/").text


def test_of_two_cookies_with_one_name_only_a_sound_last_one_counts(client):
    sound = f"consent={dump([], time.time())}"
    assert "data-consent" not in client.get("/en/story/", headers={"cookie": f"consent=junk; {sound}"}).text
    assert "data-consent" in client.get("/en/story/", headers={"cookie": f"{sound}; consent=junk"}).text
