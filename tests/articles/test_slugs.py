"""Addresses made of words: Ukrainian by the law of 2010, other scripts by a library."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.slugs import LONGEST, romanise_ukrainian, slug_for

# The examples that the resolution of the Cabinet of Ministers itself gives (No. 55, 27 January 2010).
OFFICIAL = {
    "Алушта": "alushta",
    "Борщагівка": "borshchahivka",
    "Вінниця": "vinnytsia",
    "Гадяч": "hadiach",
    "Ґалаґан": "galagan",
    "Донецьк": "donetsk",
    "Єнакієве": "yenakiieve",
    "Гаєвич": "haievych",
    "Житомир": "zhytomyr",
    "Закарпаття": "zakarpattia",
    "Медвин": "medvyn",
    "Іванків": "ivankiv",
    "Їжакевич": "yizhakevych",
    "Кадиївка": "kadyivka",
    "Йосипівка": "yosypivka",
    "Стрий": "stryi",
    "Згорани": "zghorany",
    "Розгон": "rozghon",
    "Щербухи": "shcherbukhy",
    "Гоща": "hoshcha",
    "Юрій": "yurii",
    "Корюківка": "koriukivka",
    "Яготин": "yahotyn",
    "Ярошенко": "yaroshenko",
    "Костянтин": "kostiantyn",
    "Знам'янка": "znamianka",
    "Феодосія": "feodosiia",
}


@pytest.mark.parametrize(("name", "latin"), OFFICIAL.items())
def test_ukrainian_is_written_as_the_law_says(name, latin):
    assert romanise_ukrainian(name) == latin


def test_all_three_apostrophes_are_dropped():
    assert {slug_for(f"п{mark}ять", "uk") for mark in "'’ʼ"} == {"piat"}


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Росія не готується — Каллас", "uk", "rosiia-ne-hotuietsia-kallas"),
        ("Zażółć gęślą jaźń", "pl", "zazolc-gesla-jazn"),
        ("The EU’s chief diplomat", "en", "the-eus-chief-diplomat"),
        ("日本", "ja", "riben"),
        ("!!!", "en", ""),
    ],
)
def test_a_headline_becomes_plain_words(text, language, slug):
    assert slug_for(text, language) == slug


def test_a_long_headline_is_cut_between_words():
    slug = slug_for("word " * 60, "en")
    assert len(slug) <= LONGEST
    assert slug.endswith("word")


@given(st.text(max_size=300), st.sampled_from(["uk", "en", "pl", "ar"]))
def test_whatever_is_typed_a_slug_is_safe_in_an_address(text, language):
    slug = slug_for(text, language)
    assert len(slug) <= LONGEST
    assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-_" for letter in slug)


def test_strings_that_break_programs_break_no_slug(testdata):
    strings = json.loads((testdata / "strings" / "blns.json").read_text())
    assert len(strings) > 100
    for text in strings:
        for language in ("uk", "en", "pl"):
            assert slug_for(text, language).isascii()
