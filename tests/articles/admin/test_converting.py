"""The words of a block in the way another kind writes them."""

import pytest

from articles.admin.writing.converting import as_kind


@pytest.mark.parametrize(
    ("text", "was", "becomes", "words"),
    [
        ("", "text", "heading", ""),
        ("<p>Один <em>міст</em>.</p><p>Два.</p>", "text", "heading", "Один міст. Два."),
        ("2 < 3 & 4", "heading", "text", "<p>2 &lt; 3 &amp; 4</p>"),
        ("<p>Слова.</p>", "quote", "text", "<p>Слова.</p>"),
        ("<p>Слова.</p>", "text", "quote", "<p>Слова.</p>"),
        (
            "<ul><li><p>Один</p><ul><li>в один</li></ul></li><li>Два</li></ul>",
            "list",
            "text",
            "<p>Один</p><p>в один</p><p>Два</p>",
        ),
    ],
)
def test_a_text_keeps_its_words_in_another_kind(text, was, becomes, words):
    assert as_kind(text, was, becomes) == words
