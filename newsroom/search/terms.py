"""What a word is found by."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from .lemmas import lemmas
from .stems import stem, stems_of_name
from .words import APOSTROPHES, normal, written

LONGEST = 60  # letters of a word that are looked at
REMEMBERED = 200_000  # words; about 60 MB in a process that has indexed them all

APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
POSSESSIVE = {"en": re.compile(f"[{APOSTROPHES}]s?$", re.IGNORECASE)}


def terms(word: str, language: str) -> tuple[str, ...]:
    """Return the keys of a word: what its dictionary form and, with a hyphen, its stem are.

    Two words of one language mean the same to search when they share a key. All keys go into the index and into the
    query: that is what makes the forms of a word find each other where one rule alone is wrong about some of them.
    """
    return _terms(word[:LONGEST], language)


@lru_cache(REMEMBERED)
def _terms(word: str, language: str) -> tuple[str, ...]:
    composed = unicodedata.normalize("NFC", word)
    if language in POSSESSIVE:
        composed = POSSESSIVE[language].sub("", composed)
    plain = normal(composed)
    if not plain:  # an apostrophe by itself
        return ()
    # With the apostrophe that dictionaries have. Some forms there are no single words: "et_cetera".
    forms = lemmas(APOSTROPHE.sub("'", composed), language)
    found = {normal("".join(written(form))) for form in forms} or {plain}
    stems = {stem(plain, language)}
    if found == {plain}:
        stems.update(stems_of_name(plain, language))
    return tuple(key for key in sorted(found | {f"{each}-" for each in stems}) if key)


def keys_of(text: str, language: str) -> Iterable[str]:
    """Yield the keys of every word of a text, in order, as often as they occur."""
    for word in written(text):
        yield from terms(word, language)


def name_keys(text: str, language: str) -> Iterable[str]:
    """Yield the keys of a name, which are other than those of words: it is asked for by the forms of any language."""
    return (f"name:{key}" for key in keys_of(text, language))
