"""The words of a text in any script, and their one spelling to compare."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.words import normal, normal_text, words, written


@given(st.text())
def test_a_word_stands_in_the_text_where_it_says(text):
    found = list(words(text))
    assert [word.text for word in found] == [text[word.begin : word.end] for word in found] == written(text)
    assert all(one.end <= other.begin for one, other in pairwise(found))


@given(st.text())
def test_a_normal_word_is_one_word_and_normal_already(text):
    for word in written(text):
        once = normal(word)
        assert once == normal(once)
        assert not set(once) & set(" '’ʼ\"|=:")


@given(st.text())
def test_composed_and_decomposed_letters_are_the_same_words(text):
    apart = unicodedata.normalize("NFD", text)
    assert normal_text(apart) == normal_text(unicodedata.normalize("NFC", apart))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("П’ять п'ять пʼять", ["П’ять", "п'ять", "пʼять"]),
        ("віце-прем’єр", ["віце", "прем’єр"]),
        ("‘один’ “два” «три»", ["один", "два", "три"]),
        ("за́мок", ["за́мок"]),
        ("हिन्दी शब्द", ["हिन्दी", "शब्द"]),
        ("مَدينة", ["مَدينة"]),
        ("2026-11-27, 1,5 %", ["2026", "11", "27", "1", "5"]),
        ("snake_case 😀 …", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_are_found_as_their_readers_see_them(text, found):
    assert written(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("П’ЯТЬ", "пʼять"),
        ("За́мок", "замок"),
        ("Ґанок", "ґанок"),
        ("ŁÓDŹ", "łódź"),
        ("مَدينة", "مدينة"),
        ("co\u00adop", "coop"),
    ],
)
def test_two_spellings_are_one_word(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), [("їжак", "іжак"), ("ґрати", "грати"), ("łaska", "laska"), ("й", "и")])
def test_letters_that_are_not_the_same_stay_apart(one, other):
    assert normal(one) != normal(other)


def test_a_text_has_a_space_around_each_of_its_words():
    assert normal_text("Міст: «через річку».") == " міст через річку "
