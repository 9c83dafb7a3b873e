"""By the clock alone a story appears and goes, on every worker of every server: never too early, at once when it is."""

import time

import pytest

from tests.servers.conftest import SECOND

AHEAD = 2  # seconds


@pytest.fixture
def category(served):
    return served.desk.do("named", kind="Category", number=1)["rows"][0][0]


def watch(readers, path, holds, moment):
    """Read until a second after a moment; whatever is read must be true of its time."""
    for reader in readers:
        reader.get(path)
    seen = dict.fromkeys(readers, False)
    while time.time() < moment + SECOND:
        for reader in readers:
            answer = reader.get(path)
            seen[reader] = holds(answer)
            if seen[reader]:
                assert answer.had >= moment, f"{moment - answer.had} s too early"
            else:
                assert answer.asked < moment + SECOND
        time.sleep(0.01)
    assert all(seen.values())


def test_a_planned_story_appears_at_its_moment(served, readers, category):
    moment = time.time() + AHEAD
    served.desk.do("bring", headline="Планова подія", category=category, at=moment)
    watch(readers, "/uk/", lambda answer: "Планова подія" in answer.text, moment)


def test_the_address_of_a_planned_story_answers_from_its_moment_on(served, readers, category):
    moment = time.time() + AHEAD
    address = served.desk.do("bring", headline="Запланований міст", category=category, at=moment)["address"]
    watch(readers, address, lambda answer: answer.status == 200, moment)


def test_a_story_that_ends_is_off_the_front_page_at_its_moment(served, readers, category):
    story = served.desk.do("bring", headline="Коротка звістка", category=category)
    moment = time.time() + AHEAD
    served.desk.do("take_back", edition=story["edition"], at=moment)
    for reader in readers:
        while "Коротка звістка" not in reader.get("/uk/").text:
            assert time.time() < moment
    watch(readers, "/uk/", lambda answer: "Коротка звістка" not in answer.text, moment)


def test_a_story_that_ends_is_gone_at_its_moment(served, readers, category):
    moment = time.time() + AHEAD
    story = served.desk.do("bring", headline="Кінець мосту", category=category, until=moment)
    watch(readers, story["address"], lambda answer: answer.status == 410, moment)
