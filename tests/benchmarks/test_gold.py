"""The words a search is judged by are many enough to judge it, and none is asked of two words at once."""

import tomllib
from pathlib import Path
from unicodedata import is_normalized

import pytest

GOLD = Path(__file__).parents[2] / "benchmarks" / "gold"
FEWEST = {"uk": 300, "pl": 100, "en": 100}


def words(language):
    return tomllib.loads((GOLD / f"{language}.toml").read_text())["forms"]


def forms(language):
    return [form for each in words(language).values() for form in each]


@pytest.mark.parametrize(("language", "fewest"), FEWEST.items())
def test_there_are_enough_forms_to_judge_by(language, fewest):
    assert len(forms(language)) >= fewest


@pytest.mark.parametrize("language", FEWEST)
def test_every_word_is_among_its_forms_and_has_another(language):
    assert [word for word, each in words(language).items() if word not in each or len(each) < 2] == []


@pytest.mark.parametrize("language", FEWEST)
def test_no_form_stands_twice_whatever_its_letters_case(language):
    folded = [form.casefold() for form in forms(language)]
    assert sorted(folded) == sorted(set(folded))


@pytest.mark.parametrize("language", FEWEST)
def test_every_form_is_one_word_in_composed_letters(language):
    assert [form for form in forms(language) if not is_normalized("NFC", form) or form.split() != [form]] == []
