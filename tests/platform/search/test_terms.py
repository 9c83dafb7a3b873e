"""What a word is found by: every form by the same keys."""

import pytest

from benchmarks.forms import PROMISED, judged
from newsroom.search.terms import terms

FALSE = {"uk": 10, "pl": 2, "en": 2}  # pairs of two words that meet, of hundreds of thousands


def meet(one, other, language):
    return not set(terms(one, language)).isdisjoint(terms(other, language))


@pytest.mark.parametrize("language", PROMISED)
def test_the_forms_of_a_word_meet_as_often_as_is_promised_and_others_hardly_ever(language):
    found = judged(language)
    assert found.recall >= PROMISED[language]
    assert len(found.strangers) <= FALSE[language]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Київ", "Києва", "uk"),
        ("Шмигаль", "Шмигалем", "uk"),
        ("Сибіга", "Сибізі", "uk"),
        ("Лубінець", "Лубінцю", "uk"),
        ("Łódź", "Łodzi", "pl"),
        ("wybory", "wyborach", "pl"),
        ("city", "cities", "en"),
        ("Putin", "Putin’s", "en"),
        ("Putin", "PUTIN'S", "en"),
        ("п’ять", "п'ять", "uk"),
        ("МІСТ", "мости", "uk"),
    ],
)
def test_two_forms_of_one_word_share_a_key(one, other, language):
    assert meet(one, other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("мосту", "міста", "uk"), ("university", "universe", "en"), ("rząd", "rzeka", "pl")],
)
def test_two_words_share_none(one, other, language):
    assert not meet(one, other, language)


@pytest.mark.parametrize("language", ["xx", "ar", "mt"])
def test_a_language_that_nobody_knows_is_searched_as_it_is_written(language):
    assert meet("Слово", "слово", language)
    assert terms("слово", language)


@pytest.mark.parametrize("word", ["я", "2026", "a" * 5000, "ß", "ﬁ", "İ"])
def test_no_word_is_without_a_key(word):
    assert all(0 < len(key) <= 80 for key in terms(word, "uk"))
    assert terms(word, "uk")


def test_a_dictionary_form_of_two_words_is_one_key():
    assert all(key.replace("-", "").isalnum() for key in terms("etc", "pl"))
