"""An edit reaches the readers of every worker of every server."""

from itertools import count

import pytest

from tests.servers.conftest import SECOND, last_old_copy

versions = count()


@pytest.fixture
def story(served):
    """The id and the address of the newest story."""
    return served.desk.do("stories", number=1)["stories"][0]


def a_headline():
    return f"Міст відкрито h{next(versions)}v"


def test_an_edit_is_seen_on_every_worker_within_a_second(served, readers, story):
    pk, address = story
    for _edit in range(5):
        for path in (address, "/uk/"):
            for reader in readers:
                assert reader.get(path).status == 200
        headline = a_headline()
        committed = served.desk.do("rewrite", story=pk, headline_uk=headline)["committed"]
        for reader in readers:
            assert last_old_copy(reader, address, headline, committed) < SECOND
            assert last_old_copy(reader, "/uk/", headline, committed) < SECOND


@pytest.mark.parametrize("served", ["one_machine"], indirect=True)
def test_on_one_machine_it_is_seen_by_the_next_reader(served, readers, story):
    pk, address = story
    for _edit in range(5):
        for reader in readers:
            reader.get(address)
        headline = a_headline()
        served.desk.do("rewrite", story=pk, headline_uk=headline)
        for reader in readers:
            assert headline in reader.get(address).text


def test_a_word_to_readers_is_seen_on_every_worker_within_a_second(served, readers):
    for question in ("Питання перше", "Питання друге"):
        for reader in readers:
            reader.get("/uk/")
        committed = served.desk.do("ask_readers", question=question)["committed"]
        for reader in readers:
            assert last_old_copy(reader, "/uk/", question, committed) < SECOND
