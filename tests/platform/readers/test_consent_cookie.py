"""The cookie that keeps a reader's answer."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.readers.consent import consent_to, dump, holds_until, parse
from newsroom.readers.models import Policy
from tests.readers import answer, answered, register

NOW = 1_800_000_000
DAY = 24 * 3600
PURPOSES = ["preferences", "analytics", "embeds", "marketing"]
ASKS_FOR_ALL = Policy(number=3, registered=[{"category": name} for name in PURPOSES])


def consent(value, policy=ASKS_FOR_ALL):
    return consent_to(policy, parse(value, NOW))


@pytest.mark.parametrize(
    ("value", "grants"),
    [
        (f"1.3..{NOW}", set()),
        (f"1.3.e.{NOW}", {"embeds"}),
        (f"1.3.aefm.{NOW}", {"analytics", "embeds", "preferences", "marketing"}),
        (f"1.3.e.{NOW - 179 * DAY}", {"embeds"}),
        (f"1.3.e.{NOW - 180 * DAY}", {"embeds"}),
        (f"1.3.e.{NOW + DAY}", {"embeds"}),
    ],
)
def test_a_sound_cookie_is_an_answer(value, grants):
    assert consent(value).decided
    assert consent(value).grants == grants


@pytest.mark.parametrize(
    "value",
    [
        "",
        "junk",
        "x" * 4096,
        f"2.3.e.{NOW}",
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
    assert parse(value, NOW) is None
    assert not consent(value).decided
    assert not consent(value).grants


@pytest.mark.parametrize("policy", [2, 4, 9999])
def test_an_answer_to_another_policy_grants_nothing_and_is_remembered_as_one(policy):
    other = consent(f"1.{policy}.e.{NOW}")
    assert not other.decided
    assert not other.grants
    assert other.asked_before
    assert not consent("junk").asked_before


@given(st.text())
def test_any_text_is_survived(value):
    assert parse(value, NOW) is None


@given(st.sets(st.sampled_from(PURPOSES)))
def test_what_is_written_is_read_again(grants):
    found = consent(dump(3, grants, NOW))
    assert found.grants == grants
    assert found.decided_at == datetime.fromtimestamp(NOW, UTC)


def test_the_longest_cookie_stays_small():
    assert len("__Host-consent=" + dump(9999, PURPOSES, NOW)) <= 48


def test_a_purpose_that_is_not_asked_for_is_neither_written_nor_read(client, embeds):
    assert ".e." in answer(client, choice="save", c=["e", "m"]).cookies["consent"].value
    policy = Policy.objects.current()
    assert not consent_to(policy, parse(f"1.{policy.number}.em.{NOW}", NOW)).allows("marketing")


def test_something_new_to_ask_asks_again(client, embeds):
    client.cookies["consent"] = answer(client, choice="accept").cookies["consent"].value
    assert "data-consent" not in client.get("/en/story/").text
    register("marketing")
    assert "data-consent" in client.get("/en/story/").text


def test_of_two_cookies_with_one_name_only_a_sound_last_one_counts(client, embeds):
    sound = f"consent={answered()}"
    assert "data-consent" not in client.get("/en/story/", headers={"cookie": f"consent=junk; {sound}"}).text
    assert "data-consent" in client.get("/en/story/", headers={"cookie": f"{sound}; consent=junk"}).text


@pytest.mark.parametrize("given_at", [NOW - 181 * DAY, NOW - 180 * DAY, NOW, NOW + DAY, NOW + DAY + 1, NOW + 9 * DAY])
def test_it_is_known_until_when_a_cookie_says_the_same(given_at):
    value, moment, turns = f"1.3.e.{given_at}", NOW - 0.5, []
    while moment < float("inf"):
        until = holds_until(value, moment)
        said = parse(value, moment)
        last = min(until, moment + 400 * DAY)
        assert all(parse(value, moment + (last - moment) * part) == said for part in (0.1, 0.5, 0.9))
        turns.append(bool(said))
        moment = until + 0.5  # its last moment is still within
    assert turns == [True, False][given_at < NOW - 180 * DAY :] if given_at < NOW + DAY else [False, True, False]


@pytest.mark.parametrize("value", ["", "junk", f"1.3.e.{NOW}.x"])
def test_what_is_no_answer_never_becomes_one(value):
    assert holds_until(value, NOW) == float("inf")
