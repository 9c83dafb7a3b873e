"""The words of the documents: how many have each, which was meant, how one may go on."""

import pytest

from newsroom.search.engine import backend
from newsroom.search.models import Known
from newsroom.search.vocabulary import going_on, how_often, meant, slips
from tests.platform.search.corpus import an_entry, indexed

pytestmark = pytest.mark.django_db


def test_a_word_is_counted_once_for_each_document_of_its_language():
    indexed(an_entry("Міст міст", body="міст"), an_entry("Міст"), an_entry("Most", language="pl"))
    assert how_often(["міст", "most", "порт"], "uk") == {"міст": 2}
    assert how_often(["most"], "pl") == {"most": 1}


def test_counts_follow_what_is_changed_and_taken_out():
    indexed(an_entry("Міст", key=1), an_entry("Міст", key=2))
    indexed(an_entry("Порт", key=2))
    assert how_often(["міст", "порт"], "uk") == {"міст": 1, "порт": 1}
    backend().remove([1, 2])
    assert how_often(["міст", "порт"], "uk") == {}
    assert not Known.objects.exclude(documents=0).exists()


@pytest.mark.parametrize("typed", ["перегвори", "преговори", "переговории"])
def test_one_slip_of_a_finger_is_mended(typed):
    indexed(an_entry("Переговори"), an_entry("Переговір"))
    assert meant([typed, "переговір"], "uk") == {typed: "переговори"}


def test_of_several_the_most_frequent_was_meant():
    indexed(an_entry("рокер"), an_entry("ракета"), an_entry("ракета"))
    assert meant(["рокета"], "uk") == {"рокета": "ракета"}


@pytest.mark.parametrize("typed", ["міст", "міс", "їжачокк", "x" * 5000, "łodź"])
def test_what_is_right_short_or_far_from_everything_is_left_alone(typed):
    indexed(an_entry("Міст"), an_entry("Łódź", language="pl"))
    assert meant([typed], "uk") == {}


def test_letters_of_polish_are_within_a_slip():
    assert "łódź" in slips("lódź")
    indexed(an_entry("Kraków", language="pl"))
    assert meant(["krakow"], "pl") == {"krakow": "kraków"}


def test_a_beginning_goes_on_with_the_most_frequent_first():
    indexed(an_entry("мости мостом"), an_entry("мости"), an_entry("порт"), an_entry("most", language="pl"))
    assert going_on("МОСТ", "uk", 5) == ["мости", "мостом"]
    assert going_on("мост", "uk", 1) == ["мости"]
    assert going_on("%", "uk", 5) == going_on("_", "uk", 5) == []


def test_no_more_than_a_few_words_of_a_question_are_mended():
    indexed(an_entry("слово"))
    assert len(meant([f"слово{number}" for number in range(9)], "uk")) == 2


@pytest.mark.parametrize("word", ["".join(chr(0xAC00 + 256 * place) for place in range(16)), "上" * 16, "abвг" * 4])
def test_a_word_of_many_alphabets_or_of_none_has_few_neighbours(word):
    assert len(slips(word)) < 100
