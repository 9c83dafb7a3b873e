"""What a block makes of its text on the way in."""

import pytest

from tests.builders import a_list, an_article

pytestmark = pytest.mark.django_db


def kept(html):
    """Return the text of a list block after it was saved twice."""
    block = an_article(a_list(html)).blocks.get()
    block.save()
    return block.text_uk


@pytest.mark.parametrize(
    ("typed", "list_of_it"),
    [
        ("<p>перший</p><p>другий</p>", "<ul><li>перший</li><li>другий</li></ul>"),
        ("<p>перший<br>другий</p><p></p>", "<ul><li>перший</li><li>другий</li></ul>"),
        ("<p><em>перший<br>другий</em></p>", "<ul><li><em>перший</em></li><li><em>другий</em></li></ul>"),
        ("перший", "<ul><li>перший</li></ul>"),
    ],
)
def test_paragraphs_and_lines_of_a_list_block_become_its_items(typed, list_of_it):
    assert kept(typed) == list_of_it


@pytest.mark.parametrize("html", ["<ol><li>перший</li></ol>", "<ul><li><p>перший</p></li></ul>", "<p></p>"])
def test_a_list_stays_as_it_was_typed_and_an_empty_one_stays_empty(html):
    assert kept(html) == html
