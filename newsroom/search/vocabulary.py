"""The words that documents hold: what somebody may have meant, and how a word may go on."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache

from django.db import connection
from django.db.models import F, QuerySet

from .models import Known
from .words import normal

LONGEST = 60  # letters; what is longer nobody mistypes
TO_MEND = range(4, 17)  # letters: a short word is near too many others, and of a long one come too many
MOST_TO_MEND = 2  # words of a question
# Sorted, so that two who write at once never wait for each other.
ADD = """
    INSERT INTO {table} (entry, documents) VALUES (%s, %s)
    ON CONFLICT (entry) DO UPDATE SET documents = {table}.documents + excluded.documents
"""
FIRST_WITHOUT_ALPHABET = 0x10  # block
LAST = "\U0010ffff"
Amounts = Counter[tuple[str, str]]  # of documents, by language and word


def add(amounts: Amounts) -> None:
    """Count the words of documents that come."""
    rows = sorted((entry(word, language), number) for (language, word), number in amounts.items())
    with connection.cursor() as cursor:
        cursor.executemany(ADD.format(table=Known._meta.db_table), rows)


def take_out(amounts: Amounts) -> None:
    """Count the words of documents that go; a word that no document has left stays, with none."""
    by_number: dict[int, list[str]] = {}
    for (language, word), number in amounts.items():
        by_number.setdefault(number, []).append(entry(word, language))
    for number, entries in sorted(by_number.items()):
        Known.objects.filter(entry__in=sorted(entries), documents__gte=number).update(documents=F("documents") - number)


def entry(word: str, language: str) -> str:
    return f"{language}:{word[:LONGEST]}"


def how_often(words: Iterable[str], language: str) -> dict[str, int]:
    """Return in how many documents each of some normal words stands, without those that stand in none."""
    entries = [entry(word, language) for word in words]
    rows = Known.objects.filter(entry__in=entries, documents__gt=0).values_list("entry", "documents")
    return {text.partition(":")[2]: number for text, number in rows}


def meant(words: Iterable[str], language: str) -> dict[str, str]:
    """Return what may have been meant by words that no document has: the most frequent one, a slip of a finger away."""
    written = {word: normal(word) for word in words}
    known = how_often(written.values(), language)
    lost = [word for word, plain in written.items() if plain not in known and len(plain) in TO_MEND][:MOST_TO_MEND]
    near = {word: how_often(slips(written[word]), language) for word in lost}
    return {word: max(found, key=lambda each: (found[each], each)) for word, found in near.items() if found}


def slips(word: str) -> set[str]:
    """Return all that a word becomes by one letter more, less, changed, or changed places with the next."""
    letters = _letters(frozenset(ord(letter) >> 8 for letter in word))
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    less = {begin + end[1:] for begin, end in parts if end}
    turned = {begin + end[1] + end[0] + end[2:] for begin, end in parts if len(end) > 1}
    other = {begin + letter + end[1:] for begin, end in parts if end for letter in letters}
    more = {begin + letter + end for begin, end in parts for letter in letters}
    return (less | turned | other | more) - {word}


@lru_cache
def _letters(blocks: Collection[int]) -> str:
    """Return the letters of an alphabet by Unicode's blocks of 256; Latin has the first two.

    None of several alphabets at once, nor of a script with thousands of letters: nobody's finger slips there, and all
    that one could become would keep the database busy for seconds.
    """
    wanted = {0, 1} if set(blocks) <= {0, 1} else set(blocks)
    if wanted != {0, 1} and (len(wanted) > 1 or max(wanted) >= FIRST_WITHOUT_ALPHABET):
        return ""
    codes = (chr(block * 256 + place) for block in sorted(wanted) for place in range(256))
    return "".join(letter for letter in codes if unicodedata.category(letter) in ("Ll", "Lo"))


def going_on(beginning: str, language: str, limit: int) -> list[str]:
    """Return the most frequent words that begin so."""
    begins = _beginning(entry(normal(beginning), language))
    rows = begins.filter(documents__gt=0).order_by("-documents", "entry").values_list("entry", flat=True)
    return [text.partition(":")[2] for text in rows[:limit]]


def _beginning(text: str) -> QuerySet[Known]:
    # SQLite finds a beginning by its index as a range only, PostgreSQL as LIKE only.
    if connection.vendor == "sqlite":
        return Known.objects.filter(entry__gte=text, entry__lt=text + LAST)
    return Known.objects.filter(entry__startswith=text)
