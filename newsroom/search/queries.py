"""What somebody looks for: words, phrases in quotation marks, words with a minus that must not be there."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from django.conf import settings
from django.utils.translation import get_language_info

from .fields import Groups, Wanted
from .terms import name_keys, terms
from .words import normal_text, written

MOST_WORDS = 20  # More are left out, and the page says so.
MOST_LETTERS = 1000
MOST_PHRASES = 5
QUOTED = re.compile(r'(?P<minus>(?<!\S)-)?["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]')
MINUS = re.compile(r"(?<!\S)[-−–](?=\w)\S+")


@dataclass(frozen=True)
class Query:
    """What is looked for, ready for a backend.

    A document must have one key of each of the `groups`, which are the words, none of those `refused`, the `phrases`
    as they are written and none of the `refused_phrases`, and one mark of each group in `marks`; it must not be older
    than `since`.
    """

    language: str
    words: tuple[str, ...] = ()
    groups: Groups = ()
    refused: Groups = ()
    phrases: tuple[str, ...] = ()
    refused_phrases: tuple[str, ...] = ()
    is_cut: bool = False
    kind: str = ""
    marks: Groups = ()
    since: datetime | None = None

    @property
    def keys(self) -> frozenset[str]:
        """Return all keys of what is looked for."""
        return frozenset().union(*self.groups)

    def among(self, kind: str, marks: Iterable[Collection[str]] = (), since: datetime | None = None) -> Self:
        """Return the same question to documents of a kind that have one of the marks of each group."""
        return replace(self, kind=kind, marks=tuple(map(frozenset, marks)), since=since)

    def unfinished(self, endings: Iterable[str]) -> Self:
        """Return a question whose last word may be any of these, too: somebody is still typing it."""
        last = (keys_asked(word, self.language) for word in (self.words[-1], *endings))
        return replace(self, groups=(*_groups(self.words[:-1], self.language), frozenset().union(*last)))

    def wanted(self) -> Wanted:
        always = (frozenset([f"kind:{self.kind}"]), frozenset([f"language:{self.language}"]))
        return Wanted((*self.groups, *always, *self.marks), self.refused)


def read(text: str, language: str) -> Query:
    """Understand what somebody typed; there is nothing that can't be understood."""
    rest = text[:MOST_LETTERS]
    quoted = [(found["phrase"], bool(found["minus"])) for found in QUOTED.finditer(rest)]
    rest = QUOTED.sub(" ", rest)
    refused = [phrase for phrase, is_refused in quoted if is_refused]
    without = [*MINUS.findall(rest), *(phrase for phrase in refused if len(written(phrase)) == 1)]
    phrases = [phrase for phrase, is_refused in quoted if not is_refused]
    asked = tuple(dict.fromkeys(written(" ".join([MINUS.sub(" ", rest), *phrases]))))
    return Query(
        language=language,
        words=asked[:MOST_WORDS],
        groups=_groups(asked[:MOST_WORDS], language),
        refused=_groups(written(" ".join(without))[:MOST_WORDS], language),
        phrases=several(phrases),
        refused_phrases=several(refused),
        is_cut=len(text) > MOST_LETTERS or len(asked) > MOST_WORDS,
    )


def several(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the normal texts of those phrases that are more than a word."""
    found = dict.fromkeys(phrase for phrase in map(normal_text, phrases) if " " in phrase.strip())
    return tuple(found)[:MOST_PHRASES]


def _groups(asked: Iterable[str], language: str) -> Groups:
    return tuple(dict.fromkeys(filter(None, (keys_asked(word, language) for word in asked))))


def keys_asked(word: str, language: str) -> frozenset[str]:
    """Return what a word is looked up by: as a word of the language, and as a name in a form of any.

    One in a foreign script is taken as a word of every language that has it.
    """
    codes = [code for code, _name in settings.LANGUAGES]
    spoken = [language]
    if script_of(word[0]) != script_of_language(language):
        spoken += [code for code in codes if script_of(word[0]) == script_of_language(code)]
    names = (key for code in codes for key in name_keys(word, code))
    return frozenset([*names, *(key for code in spoken for key in terms(word, code))])


def script_of(letter: str) -> str:
    """Return the first word of a letter's name in Unicode: LATIN, CYRILLIC, ARABIC."""
    return unicodedata.name(letter, "").partition(" ")[0]


def script_of_language(language: str) -> str:
    return script_of(get_language_info(language)["name_local"][0])
