"""A promise on speed is judged by what was measured together, and what was not measured is not judged."""

import pytest

from benchmarks.support.costs import Cost, Promise, ratio, verdict


def rounds(*cpu):
    return [Cost(each, rate=1, p99=1, bytes=1) for each in cpu]


def test_rows_are_compared_within_a_round():
    costs = {"hit": rounds(10, 200, 30), "bare": rounds(10, 100, 10)}
    assert ratio(costs, "hit", "bare") == 2


def test_what_was_not_measured_has_no_ratio():
    assert ratio({"hit": rounds(1)}, "hit", "bare") is None


@pytest.mark.parametrize(
    ("found", "word"), [(1.5, "pass"), (1.6, "pass"), (1.61, "FALLS SHORT"), (None, "not measured")]
)
def test_a_promise_is_kept_or_falls_short_or_was_not_measured(found, word):
    said = verdict(Promise("hit", "bare", 1.6), found)
    assert said.startswith(word)
    assert "promised at most 1.6" in said
