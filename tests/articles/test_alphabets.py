"""Names in the order of their alphabet, and found whatever the case, on either database."""

import random

import pytest

from articles.alphabets import folded, sort_key


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        (
            "uk",
            ["Голуб", "Ґалаґан", "Дрозд", "Еней", "Єва", "Жук", "Зима", "Иван", "Іван", "Їжак", "Йосип", "Щур", "Яр"],
        ),
        ("pl", ["Adam", "Ącki", "Cena", "Ćma", "Luty", "Łoś", "Nowy", "Ósmy", "Sowa", "Świt", "Zima", "Źródło", "Żuk"]),
        ("en", ["3 Quarks", "Adams", "Ångström", "baker", "Clark"]),
    ],
)
def test_names_stand_in_the_order_of_their_alphabet(language, in_order):
    shuffled = random.Random(7).sample(in_order, len(in_order))
    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == in_order


def test_a_shorter_name_comes_first():
    assert sort_key("Ян", "uk") < sort_key("Яна", "uk")


def test_case_width_and_spaces_make_no_other_name():
    assert folded("  ҐОНТА   Іван ") == folded("Ґонта Іван") == "ґонта іван"
