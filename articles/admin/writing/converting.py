"""A block that becomes one of another kind keeps the words of every language."""

import re
from html import escape

from ...markup import words_of
from ...models.body import BlockKind


def as_kind(text: str, was: str, becomes: str) -> str:
    """Return a text of a block of one kind as a block of another writes it; static/desk/js/convert.js does the same."""
    if not text:
        return ""
    if was == BlockKind.HEADING:
        return f"<p>{escape(text, quote=False)}</p>"
    if becomes == BlockKind.HEADING:
        return words_of(text)
    if was == BlockKind.LIST:
        return _paragraphs(text)
    return text


def _paragraphs(html: str) -> str:
    """Make a paragraph of every item; those within items follow it."""
    items = re.split(r"</?(?:ul|ol|li|p)\b[^>]*>", html)
    return "".join(f"<p>{item.strip()}</p>" for item in items if words_of(item))
