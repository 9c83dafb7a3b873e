"""What else a question finds: in other languages, or with another spelling."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import get_language, get_language_info, override

from articles.models.naming import Named
from newsroom.search.backends.pages import MOST
from newsroom.search.engine import backend
from newsroom.search.queries import Query
from newsroom.search.vocabulary import meant
from newsroom.search.words import words

from .asked import Asked, query_of


@dataclass(frozen=True)
class Elsewhere:
    """Another language in which the same question finds something."""

    language: str
    name: str
    number: int
    is_capped: bool
    address: str


def elsewhere(asked: Asked, subjects: Mapping[str, Named | None]) -> Iterator[Elsewhere]:
    """Yield the other languages that have stories for a question, each with how many."""
    for code, _name in settings.LANGUAGES:
        query = query_of(asked, subjects, code)
        if code != get_language() and (query.words or subjects) and (number := backend().count(query)):
            name = get_language_info(code)["name_local"]
            yield Elsewhere(code, name, min(number, MOST), number > MOST, address_in(code, asked, subjects))


def address_in(language: str, asked: Asked, subjects: Mapping[str, Named | None]) -> str:
    """Return the address of a question in another language; what it is about has another slug there."""
    there = {kind: subject.slug_in(language) if subject else asked.subjects[kind] for kind, subject in subjects.items()}
    with override(language):
        return asked.but(subjects=there).address


def in_other_words(asked: Asked, query: Query, subjects: Mapping[str, Named | None]) -> str:
    """Return the question with its misspelled words mended, if that finds anything."""
    mended = meant(query.words, query.language)
    if not mended:
        return ""
    text, place = "", 0
    for word in words(asked.text):
        text += asked.text[place : word.begin] + mended.get(word.text, word.text)
        place = word.end
    other = replace(asked, text=text + asked.text[place:])
    return other.text if backend().count(query_of(other, subjects, query.language)) else ""
