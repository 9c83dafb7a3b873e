"""How old is what a reader saw?"""

from benchmarks.support.truth import Fact


def a_headline():
    """First until 10, then second, whose transaction began at 9, and third at 20."""
    headline = Fact("first")
    headline.becomes("second", begun=9, committed=10)
    headline.becomes("third", begun=20, committed=20)
    return headline


def test_what_is_true_is_not_old():
    assert a_headline().age("first", asked=1, had=2) == 0
    assert a_headline().age("second", asked=11, had=12) == 0
    assert a_headline().age("third", asked=100, had=101) == 0


def test_what_was_replaced_is_as_old_as_the_change():
    assert a_headline().age("first", asked=13, had=14) == 3
    assert a_headline().age("second", asked=20.5, had=21) == 0.5


def test_what_changed_while_a_reader_waited_is_not_old():
    assert a_headline().age("first", asked=9.9, had=12) == 0
    assert a_headline().age("second", asked=9.9, had=12) == 0


def test_between_the_beginning_of_a_transaction_and_its_commit_both_are_true():
    assert a_headline().age("first", asked=9.2, had=9.3) == 0
    assert a_headline().age("second", asked=9.2, had=9.3) == 0


def test_what_comes_later_is_too_early():
    assert a_headline().age("third", asked=11, had=12) is None
    assert a_headline().age("never", asked=11, had=12) is None


def test_a_value_that_comes_back_is_as_old_as_its_last_end():
    headline = a_headline()
    headline.becomes("first", begun=30, committed=30)
    headline.becomes("fourth", begun=40, committed=40)
    assert headline.age("first", asked=41, had=42) == 1
