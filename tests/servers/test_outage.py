"""Without its database the newspaper is read on; when it is back, edits are seen again."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.servers.conftest import SECOND
from tools import postgres

AWAY = 3  # seconds
POLL = 0.3
RECOVERS = 10  # seconds


@pytest.fixture
def served(two_machines):
    return two_machines


@pytest.fixture
def power(cluster):
    """Cut the power of PostgreSQL by `cut`; it is on again at the end at the latest."""
    power = Power(postgres.find_binaries(), cluster)
    yield power
    if power.is_cut:
        power.back()


class Power:
    def __init__(self, binaries, folder):
        self.binaries, self.folder, self.is_cut = binaries, folder, False

    def cut(self):
        postgres.stop(self.binaries, self.folder)
        self.is_cut = True

    def back(self):
        postgres.start(self.binaries, self.folder)
        self.is_cut = False


def test_pages_are_read_while_the_database_is_away_and_edits_seen_when_it_is_back(served, readers, power):
    story, address = served.desk.do("stories", number=1)["stories"][0]
    for reader in readers:
        assert reader.get(address).status == 200
    power.cut()
    time.sleep(POLL)
    # Whoever comes first finds out, which takes as long as the pool of connections waits.
    with ThreadPoolExecutor(len(readers)) as pool:
        assert {answer.status for answer in pool.map(lambda reader: reader.get(address), readers)} == {200}
    end = time.time() + AWAY
    while time.time() < end:
        for reader in readers:
            answer = reader.get(address)
            assert answer.status == 200
            assert answer.had - answer.asked < SECOND
        time.sleep(0.05)
    power.back()
    committed = served.desk.do("rewrite", story=story, headline_uk="Знову разом")["committed"]
    for reader in readers:
        while "Знову разом" not in (answer := reader.get(address)).text:
            assert answer.asked - committed < RECOVERS
