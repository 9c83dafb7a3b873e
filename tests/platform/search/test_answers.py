"""What a question is answered with, and in which order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.search.backends.pages import Order
from newsroom.search.engine import backend
from newsroom.search.models import Document
from newsroom.search.queries import read
from tests.platform.search.corpus import an_entry, answer, found, indexed

pytestmark = pytest.mark.django_db


def best(text, **asked):
    return list(answer(text, order=Order.BEST, **asked).keys)


def test_all_words_must_be_there_in_any_form():
    both, _one = indexed(an_entry("Міст", body="через річку"), an_entry("Міст"))
    assert found("річка мостом") == [both]


def test_a_word_with_a_minus_must_not_be_there():
    _both, one = indexed(an_entry("Міст", body="через річку"), an_entry("Міст"))
    assert found("міст -річками") == [one]


def test_a_phrase_is_found_word_for_word_and_not_across_two_texts():
    exact, _apart, _form, _across = indexed(
        an_entry(body="Другий міст через річку."),
        an_entry(body="Через міст і другу річку."),
        an_entry(body="Другого мосту через річку."),
        an_entry("Другий", "Міст через річку"),
    )
    for quoted in ('"другий міст"', "«другий міст»", "„Другий міст”", "“другий міст” річка"):
        assert found(quoted) == [exact]


def test_a_refused_phrase_takes_away_only_what_has_it_word_for_word():
    _has, apart = indexed(an_entry("Міст", body="північна вода"), an_entry("Міст", body="вода північна"))
    assert found('міст -"північна вода"') == [apart]


def test_the_newest_come_first_or_the_best():
    old, new = indexed(an_entry("Міст", ago=timedelta(days=40)), an_entry(body="міст", ago=timedelta(hours=1)))
    assert found("міст") == [new, old]
    assert best("міст") == [old, new]


def test_of_two_that_weigh_alike_the_newer_is_better():
    old, new = indexed(an_entry("Міст", ago=timedelta(days=9)), an_entry("Міст", ago=timedelta(days=1)))
    assert best("міст") == [new, old]


def test_headline_lead_and_what_comes_back_often_weigh_in_this_order():
    ago = timedelta(hours=1)
    once = an_entry(body="міст", ago=ago)
    often = an_entry(body="міст мости мостом", ago=ago)
    lead, headline = an_entry(lead="міст", ago=ago), an_entry("міст", ago=ago)
    assert best("міст") == [] and indexed(once, often, lead, headline)
    assert best("міст") == [headline.key, lead.key, often.key, once.key]


def test_only_what_has_one_mark_of_each_group_is_found():
    first, second, _third = indexed(
        an_entry("Міст", marks=frozenset({"topic:1", "speaker:2"})),
        an_entry("Міст", marks=frozenset({"topic:9", "speaker:2"}), ago=timedelta(hours=2)),
        an_entry("Міст", marks=frozenset({"topic:1"})),
    )
    assert found("міст", marks=[["topic:1", "topic:9"], ["speaker:2"]]) == [first, second]


def test_marks_are_counted_over_all_that_is_found():
    indexed(*(an_entry("Міст", marks=frozenset({"topic:1", f"year:{number}"})) for number in (1, 1, 2)))
    marks = answer("міст", page=slice(1)).marks
    assert (marks["topic:1"], marks["year:1"], marks["year:2"]) == (3, 2, 1)


def test_another_language_and_another_kind_are_not_found():
    indexed(an_entry("Міст", language="pl"), an_entry("Міст", kind="quote"))
    assert found("міст") == []


def test_more_than_are_looked_at_are_said_to_be_more(monkeypatch):
    monkeypatch.setattr("newsroom.search.backends.database.MOST", 3)
    keys = indexed(*(an_entry("Міст", ago=timedelta(hours=hours)) for hours in range(1, 6)))
    capped = answer("міст")
    assert (capped.total, capped.is_capped, list(capped.keys)) == (3, True, keys[:3])
    assert backend().count(read("міст", "uk").among("story")) == 4
    monkeypatch.setattr("newsroom.search.backends.database.MOST", 5)
    assert (answer("міст").total, answer("міст").is_capped) == (5, False)


def test_a_phrase_is_looked_for_further_back_than_the_newest_with_its_words(monkeypatch):
    monkeypatch.setattr("newsroom.search.backends.database.MOST", 3)
    (old,) = indexed(an_entry(body="другий міст", ago=timedelta(days=20)))
    indexed(*(an_entry(body="міст і другий", ago=timedelta(hours=hours)) for hours in range(1, 9)))
    far = answer('"другий міст"')
    assert (list(far.keys), far.total, far.is_capped) == ([old], 1, False)


def test_nothing_is_found_before_its_moment_nor_after_its_end():
    now = timezone.now()
    over = an_entry("Міст", until=now - timedelta(seconds=1), ago=timedelta(hours=3))
    stays = an_entry("Міст", until=now + timedelta(hours=1))
    indexed(an_entry("Міст", ago=-timedelta(hours=1)), an_entry("Міст", ago=-timedelta(seconds=90)), over, stays)
    assert found("міст") == [stays.key]
    assert answer("міст").total == backend().count(read("міст", "uk").among("story")) == 1


def test_what_is_older_than_is_asked_for_is_not_found():
    _old, new = indexed(an_entry("Міст", ago=timedelta(days=3)), an_entry("Міст", ago=timedelta(hours=23)))
    assert found("міст", since=timezone.now() - timedelta(days=1)) == [new]


def test_without_words_marks_alone_are_asked_for():
    (key, _other) = indexed(an_entry("Міст", marks=frozenset({"topic:1"})), an_entry("Порт"))
    assert found("", marks=[["topic:1"]]) == [key]


def test_a_name_is_found_in_the_letters_of_another_language():
    (key,) = indexed(an_entry("Заява", names=(("Kaja Kallas", "en"), ("Кая Каллас", "uk"), ("Kaja Kallas", "pl"))))
    assert found("Kallas") == found("Kallasowi") == found("Каллас") == [key]
    assert found('"Kaja Kallas"') == []  # nobody wrote so in the text


def test_far_back_everything_is_found_that_is_common(monkeypatch):
    monkeypatch.setattr("newsroom.search.backends.walking.FEW", 0)
    days = [timedelta(days=number * 45) for number in range(60)]
    keys = indexed(*(an_entry("Міст", ago=ago + timedelta(hours=1)) for ago in days))
    assert found("міст", page=slice(100)) == keys
    assert Document.objects.count() == 60
    monkeypatch.setattr("newsroom.search.backends.database.MOST", 20)
    assert found("міст", page=slice(100)) == keys[:20]
