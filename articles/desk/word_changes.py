"""What changed from one text to another, word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

SAME, GONE, NEW = "same", "gone", "new"
# With the space before it, so that a word added before a full stop leaves the one before alone.
WORDS = re.compile(r"[^\S\n]*\w+|\n+|[^\S\n]*[^\w\s]|[^\S\n]+")
SENTENCES = re.compile(r".*?(?:[.!?…]+(?=\s|$)|\n+|$)", re.DOTALL)
MOST = 2_000_000  # pairs of words to compare at once; a longer text is compared sentence by sentence first


class Part(NamedTuple):
    """A run of words: the same in both texts, gone from the old one, or new."""

    kind: str
    text: str


def word_changes(old: str, new: str) -> list[Part]:
    """Return the parts that lead from one plain text to the other, in reading order.

    The same and the gone ones make up the old text, the same and the new ones the new text.
    """
    before, after = WORDS.findall(old), WORDS.findall(new)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    middle = _changes(before[start : len(before) - end], after[start : len(after) - end])
    parts = [Part(SAME, "".join(before[:start])), *middle, Part(SAME, "".join(before[len(before) - end :]))]
    return [part for part in parts if part.text]


def _alike(before: list[str], after: list[str]) -> int:
    """Return how many words both begin with."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))


def _changes(before: list[str], after: list[str]) -> list[Part]:
    if len(before) * len(after) > MOST:
        return _long_changes("".join(before), "".join(after))
    parts = []
    # Without autojunk, which takes the commonest words of a long text for noise.
    for change, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append(Part(SAME, "".join(before[a:b])))
        else:
            parts += [Part(GONE, "".join(before[a:b])), Part(NEW, "".join(after[c:d]))]
    return parts


def _long_changes(old: str, new: str) -> list[Part]:
    """Compare sentence by sentence, and by words where a few sentences differ."""
    before, after = ([each for each in SENTENCES.findall(text) if each] for text in (old, new))
    parts = []
    for change, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        if change == "equal":
            parts.append(Part(SAME, gone))
        elif len(WORDS.findall(gone)) * len(WORDS.findall(came)) > MOST:
            parts += [Part(GONE, gone), Part(NEW, came)]
        else:
            parts += word_changes(gone, came)
    return parts
