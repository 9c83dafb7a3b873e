"""Whatever is typed is understood, and asked of the database without harm."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.search.backends.pages import Order
from newsroom.search.engine import backend
from newsroom.search.queries import MOST_WORDS, read

TYPED = st.text(
    alphabet=st.sampled_from("аїm -–−\"'«»„“”’*():&|!\\%_^~<>\x00\u202e😀١ב") | st.characters(), max_size=80
)


@given(TYPED)
def test_nothing_that_is_typed_is_too_odd_to_be_read(text):
    query = read(text, "uk")
    assert len(query.words) <= MOST_WORDS
    assert all(group for group in (*query.groups, *query.refused))


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(TYPED, st.sampled_from(Order))
def test_nothing_that_is_typed_breaks_the_database(text, order):
    backend().search(read(text, "uk").among("story"), order, slice(20))


@pytest.mark.django_db
def test_every_naughty_string_is_answered(testdata):
    strings = json.loads((testdata / "strings" / "blns.json").read_text())
    assert len(strings) > 400
    for text in strings:
        backend().search(read(text, "pl").among("story"), Order.BEST, slice(20))


@pytest.mark.parametrize(
    ("text", "words", "phrases"),
    [
        ("міст", ("міст",), ()),
        ('"через річку" міст', ("міст", "через", "річку"), (" через річку ",)),
        ("«через річку", ("через", "річку"), ()),
        ('через" річку', ("через", "річку"), ()),
        ('"міст"', ("міст",), ()),
        ('""', (), ()),
        ("міст міст", ("міст",), ()),
    ],
)
def test_words_and_phrases_are_told_apart(text, words, phrases):
    query = read(text, "uk")
    assert (query.words, query.phrases) == (words, phrases)


def test_a_minus_before_a_phrase_refuses_the_phrase_and_not_its_words():
    query = read('порт -"північна вода"', "uk")
    assert (query.words, query.refused, query.refused_phrases) == (("порт",), (), (" північна вода ",))


@pytest.mark.parametrize("text", ["порт -міст", "порт –міст", 'порт -"міст"', "-міст порт"])
def test_a_minus_before_a_word_refuses_it(text):
    query = read(text, "uk")
    assert query.words == ("порт",)
    assert query.refused == read("міст", "uk").groups


@pytest.mark.parametrize("text", ["віце-прем’єр", "порт - міст", "2020-2026"])
def test_a_minus_between_words_refuses_nothing(text):
    query = read(text, "uk")
    assert len(query.words) == 2
    assert query.refused == ()


def test_what_is_too_long_is_cut_and_says_so():
    long = " ".join(f"слово{number}" for number in range(30))
    assert len(read(long, "uk").words) == MOST_WORDS
    assert read(long, "uk").is_cut
    assert read("я" * 10_000, "uk").is_cut
    assert not read("міст", "uk").is_cut


def test_a_word_in_foreign_letters_is_taken_as_one_of_every_language_that_has_them():
    assert read("Kallasowi", "uk").keys & read("Kallas", "pl").keys
    assert read("мостом", "en").keys & read("міст", "uk").keys
