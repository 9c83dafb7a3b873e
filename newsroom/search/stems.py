"""The part of a word that its endings leave alone: by Snowball, and by a list of endings where it has no rules."""

from functools import lru_cache
from threading import Lock

import snowballstemmer
from django.conf.locale import LANG_INFO

# Of nouns, adjectives and past tenses, the longest first; Snowball knows no Ukrainian.
UKRAINIAN_ENDINGS = sorted(
    "а я о е є и і ї у ю й ь ам ям ах ях ами ями ів їв ей ом ем єм ою ею єю ові еві єві "
    "ий ій ого ього ому ьому им ім їм их іх їх ими іми їми ої ьої єї ая яя ую юю ая".split(),
    key=len,
    reverse=True,
)
SHORTEST = 4  # letters that an ending leaves
# The vowel that only the first case has: Лубінець, Лубінця.
FLEETING = {"ець": "ц", "єць": "йц"}
# The consonant that softens at the end of the dative and locative: Сибіга, Сибізі.
SOFTENED = {"зі": "га", "ці": "ка", "сі": "ха"}

_one_at_a_time = Lock()  # a stemmer keeps the word it works on


def stem(word: str, language: str) -> str:
    """Return the stem of a normal word; of a language without rules the word itself."""
    if language == "uk":
        return _without_ending(word)
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    with _one_at_a_time:
        return stemmer.stemWord(word)


def stems_of_name(word: str, language: str) -> tuple[str, ...]:
    """Return what may be the stem of a normal word that no dictionary has, besides the one that stem() returns."""
    hard = SOFTENED.get(word[-2:]) if language == "uk" and len(word) >= SHORTEST else None
    return (word, _without_ending(word[:-2] + hard)) if hard else (word,)


def _without_ending(word: str) -> str:
    if word[-3:] in FLEETING and len(word) > SHORTEST:
        return word[:-3] + FLEETING[word[-3:]]
    for ending in UKRAINIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache
def _stemmer(language: str) -> object | None:
    name = LANG_INFO.get(language, {}).get("name", "").lower()
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
