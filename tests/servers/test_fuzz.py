"""Random edits under load: no reader sees a page older than a second (benchmarks/freshness.py makes 500)."""

import pytest

from benchmarks.freshness import run
from tests.servers.conftest import APPLICATION, SECOND

EDITS, READERS = 30, 4


@pytest.mark.parametrize("served", ["two_machines"], indirect=True)
def test_no_reader_sees_a_page_older_than_a_second(served):
    outcome = run(served.machines, EDITS, READERS, APPLICATION)
    assert not outcome.failures
    for verdict in outcome.verdicts:
        assert verdict.readings
        assert (verdict.wrong, verdict.early) == ([], [])
        assert verdict.oldest < SECOND
