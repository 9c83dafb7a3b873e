"""What a block makes of its text on the way in."""

import pytest
from django.utils.html import escape

from tests.builders import (
    a_heading,
    a_list,
    a_picture,
    a_picture_block,
    a_quote,
    a_text,
    an_article,
    an_edition,
    an_embed,
)

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


@pytest.mark.parametrize("language", ["uk", "en", "pl"])
def test_a_script_saved_past_the_form_is_gone_before_it_is_stored(language):
    text = a_text(**{"uk": "", language: "<p>Так<script>alert(1)</script></p>"})
    an_article(text)
    text.refresh_from_db()
    assert text.text_in(language) == "<p>Так</p>"


def test_markup_in_a_heading_saved_past_the_form_leaves_only_its_words():
    heading = a_heading(uk='Що <img src=x onerror="alert(1)">далі')
    an_article(heading)
    heading.refresh_from_db()
    assert heading.text_uk == "Що далі"


@pytest.mark.parametrize("text", ["Температура < 5 градусів", "a<b", "R&D", "&lt;"])
def test_a_text_without_markup_reaches_readers_sign_by_sign(text, nina):
    film = an_embed("https://youtu.be/dQw4w9WgXcQ", uk=text)
    edition = an_edition(a_heading(uk=text), a_picture_block(uk=text, picture=a_picture()), film)
    assert [block["text"] for block in edition.live.content["blocks"]] == [text] * 3
    assert nina.get(edition.get_absolute_url()).content.decode().count(f">{escape(text)}") == 3


def test_a_block_is_known_by_all_of_its_words():
    assert str(a_heading(uk="a<b")) == "a<b"
    assert str(a_text(uk="<p>a &lt; b</p>")) == "a < b"


def test_the_words_of_a_quote_keep_every_sign():
    content = an_edition(a_quote(uk="<p>Було &lt; 5, a&lt;b &amp; c.</p>")).live.content
    assert content["blocks"][0]["words"] == "Було < 5, a<b & c."
