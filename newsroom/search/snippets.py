"""The passage of a text that answers a question, with the words that were looked for marked."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .queries import Query, keys_asked
from .words import Word, words

LONGEST = 34  # words of a passage
BEFORE = 5  # of them stand before the first hit


class Marker:
    """Marks the words of one question, in many texts of its language."""

    def __init__(self, query: Query) -> None:
        self._language, self._keys = query.language, query.keys
        self._known: dict[str, bool] = {}

    def whole(self, text: str) -> SafeString:
        """Return a text as HTML with <mark> around every word looked for."""
        return mark_safe("".join(self._marked(text, list(words(text)), 0, len(text))))  # every part is escaped

    def passage(self, text: str) -> SafeString:
        """Return the part of a text that has most of the words looked for; its beginning, if none."""
        there = list(words(text))
        first = best_place([place for place, word in enumerate(there) if self.marks(word)])
        part = there[first : first + LONGEST]
        begin = part[0].begin if first else 0
        is_end = first + LONGEST >= len(there)
        end = len(text) if is_end else part[-1].end
        found = "".join(self._marked(text, part, begin, end))
        return mark_safe(("… " if first else "") + found + ("" if is_end else "…"))  # every part is escaped

    def marks(self, word: Word) -> bool:
        """Tell whether a word is one that is looked for."""
        if word.text not in self._known:
            self._known[word.text] = not self._keys.isdisjoint(keys_asked(word.text, self._language))
        return self._known[word.text]

    def _marked(self, text: str, there: Sequence[Word], begin: int, end: int) -> Iterator[str]:
        for word in there:
            if self.marks(word):
                yield escape(text[begin : word.begin])
                yield f"<mark>{escape(word.text)}</mark>"
                begin = word.end
        yield escape(text[begin:end])


def best_place(hits: Sequence[int]) -> int:
    """Return the first word of the passage that holds most hits."""
    if not hits:
        return 0
    numbers = [bisect_left(hits, hit + LONGEST - BEFORE) - place for place, hit in enumerate(hits)]
    return max(hits[numbers.index(max(numbers))] - BEFORE, 0)
