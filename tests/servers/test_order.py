"""Rows of the log become visible in another order than that of their numbers, and are all seen."""

import time

import pytest

from benchmarks.support.newsdesks import newsdesk
from tests.servers.conftest import SECOND, last_old_copy

LINGERS = 1.5  # seconds


@pytest.fixture
def served(two_machines):
    return two_machines


def test_a_transaction_that_purges_early_and_commits_late_is_seen(served, readers):
    (late, late_page), (early, early_page) = served.desk.do("named", kind="Speaker", number=2)["rows"]
    for reader in readers:
        assert {reader.get(page).status for page in (late_page, early_page)} == {200}
    with newsdesk(served.machines[1]) as another:
        another.do("named", kind="Speaker", number=1)  # so that it is awake
        another.begin("rename", kind="Speaker", pk=late, name="Пізня Назва", linger=LINGERS)
        time.sleep(LINGERS / 3)
        seen = served.desk.do("rename", kind="Speaker", pk=early, name="Рання Назва")
        for reader in readers:
            assert last_old_copy(reader, early_page, "Рання Назва", seen["committed"]) < SECOND
            assert "Пізня Назва" not in reader.get(late_page).text
        held = another.finish()
        assert held["begun"] < seen["committed"] < held["committed"]
        for reader in readers:
            assert last_old_copy(reader, late_page, "Пізня Назва", held["committed"]) < SECOND
