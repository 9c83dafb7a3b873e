"""Two texts are compared word by word, and nothing of either is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.word_changes import GONE, NEW, SAME, Part, word_changes
from articles.markup import lines_of

TEXTS = st.text(alphabet="аб ві,.\n—x", max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_the_result(old, new):
    parts = word_changes(old, new)
    assert "".join(part.text for part in parts if part.kind != NEW) == old
    assert "".join(part.text for part in parts if part.kind != GONE) == new


def test_one_word_is_one_change():
    assert word_changes("Вона наголосила на цьому.", "Вона наполягла на цьому.") == [
        Part(SAME, "Вона"), Part(GONE, " наголосила"), Part(NEW, " наполягла"), Part(SAME, " на цьому."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [("", "Так.", [NEW]), ("Так.", "", [GONE]), ("Так.", "Так.", [SAME]), ("", "", []), ("Так", "Так!", [SAME, NEW])],
)
def test_what_was_added_or_removed_stands_alone(old, new, kinds):
    assert [part.kind for part in word_changes(old, new)] == kinds


def test_the_commonest_words_of_a_long_text_are_words_too():
    old = "так " * 900
    changed = word_changes(old + "кінець", old + "початок")
    assert [part.kind for part in changed] == [SAME, GONE, NEW]


def test_two_edits_far_apart_in_a_long_text_are_two_edits():
    words = [f"слово{number}{'.' if number % 12 == 0 else ''}" for number in range(4000)]
    edited = list(words)
    edited[3], edited[3990] = "початок", "кінець"
    parts = word_changes(" ".join(words), " ".join(edited))
    assert [part.text.strip() for part in parts if part.kind == GONE] == ["слово3", "слово3990"]


@given(st.lists(st.sampled_from(["так", "ні.", "може", "отже!"]), max_size=30), st.data())
def test_a_long_text_loses_nothing_either(words, data):
    old, new = " ".join(words), " ".join(data.draw(st.permutations(words)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articles.desk.word_changes.MOST", 4)
        parts = word_changes(old, new)
    assert "".join(part.text for part in parts if part.kind != NEW) == old
    assert "".join(part.text for part in parts if part.kind != GONE) == new


def test_two_long_texts_without_a_word_in_common_are_gone_and_new():
    old, new = (" ".join(f"{letter}{number}" for number in range(4000)) for letter in "аб")
    assert [part.kind for part in word_changes(old, new)] == [GONE, NEW]


def test_paragraphs_items_and_rows_are_lines_and_signs_are_themselves():
    assert lines_of("<p>Раз &amp; <strong>два</strong>.</p><ul><li>три</li><li>чотири</li></ul>") == (
        "Раз & два.\nтри\nчотири"
    )
