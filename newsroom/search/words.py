"""The words of a text in any script, and how a word is written before it is compared."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

APOSTROPHES = "'’ʼ"
LAST_LETTER = 0x20000  # beyond it are ideographs and no marks that letters bear
UNSEEN = "\u00ad\u200c\u200d"  # soft hyphen and joiners: within a word they are no letters
# Stress in Cyrillic, vowel points in Hebrew and Arabic: readers write words without them.
POINTS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"


def marks() -> str:
    """Return a character class of all combining marks, without which \\w tears words of India and Arabia."""
    codes = (code for code in range(LAST_LETTER) if unicodedata.category(chr(code)).startswith("M"))
    runs = groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    spans = [[code for _place, code in run] for _gap, run in runs]
    return "".join(f"{chr(span[0])}-{chr(span[-1])}" for span in spans)


WORD = re.compile(rf"[^\W_](?:[^\W_{APOSTROPHES}]|[{marks()}{UNSEEN}]|[{APOSTROPHES}](?=[^\W_]))*")
LEFT_OUT = re.compile(f"[{APOSTROPHES}{UNSEEN}{POINTS}]")


class Word(NamedTuple):
    """A word as it stands in a text, from `begin` up to `end`."""

    text: str
    begin: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, in order. A hyphen parts words, an apostrophe doesn't."""
    for found in WORD.finditer(text):
        yield Word(found[0], *found.span())


def written(text: str) -> list[str]:
    """Return the words of a text as they are written, where nobody asks for their places."""
    return WORD.findall(text)


def normal(word: str) -> str:
    """Return a word as all its spellings are compared: composed, folded, without apostrophes and stress."""
    return LEFT_OUT.sub("", unicodedata.normalize("NFC", word)).casefold()


def normal_text(text: str) -> str:
    """Return the normal words of a text, a space before, between and after."""
    return f" {' '.join(map(normal, written(text)))} "
