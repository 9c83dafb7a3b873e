"""The passage that answers, with its words marked, and nothing of it markup."""

import re

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.queries import read
from newsroom.search.snippets import Marker


def passage(text, query, language="uk"):
    return Marker(read(query, language)).passage(text)


@given(st.text(), st.text(max_size=20))
def test_without_its_marks_a_whole_text_is_as_it_was(text, query):
    html = Marker(read(query, "uk")).whole(text)
    assert re.sub("</?mark>", "", html) == escape(text)


def test_every_form_of_the_words_is_marked():
    html = passage("Мостом ходять, на мосту стоять.", "міст")
    assert html == "<mark>Мостом</mark> ходять, на <mark>мосту</mark> стоять."


def test_markup_in_a_text_stays_text():
    assert passage("<script>міст</script> & «так»", "міст") == (
        "&lt;script&gt;<mark>міст</mark>&lt;/script&gt; &amp; «так»"
    )


def test_a_long_text_is_shown_where_most_of_the_words_are():
    text = " ".join([*["слово"] * 100, "міст", *["слово"] * 100, "міст", "через", "річку", *["слово"] * 100])
    html = passage(text, "міст річка")
    assert html.startswith("… ") and html.endswith("…")
    assert re.findall("<mark>(.*?)</mark>", html) == ["міст", "річку"]


def test_a_text_without_the_words_is_shown_from_its_beginning():
    assert passage("Один два три.", "міст") == "Один два три."
    assert passage("", "міст") == ""
