"""The names that stories are found by, in every language and spelling, whichever language the story is in."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import QuerySet

from newsroom.search.entries import Text

from ..models import Author, Category, Office, Source, Speaker, Topic
from ..models.naming import CODES, Named

KINDS: dict[str, type[Named]] = {
    "category": Category,
    "topic": Topic,
    "speaker": Speaker,
    "source": Source,
    "author": Author,
}


class Names:
    """The names of all that some stories are listed under, fetched at once."""

    def __init__(self, subjects: Iterable[Mapping[str, Iterable[int]]]) -> None:
        wanted: dict[str, set[int]] = {}
        for about in subjects:
            for kind, ids in about.items():
                wanted.setdefault(kind, set()).update(ids)
        self._names = {
            (kind, row.pk): tuple(names_of(row))
            for kind, ids in wanted.items()
            for row in rows_of(kind).filter(pk__in=ids)
        }

    def of(self, about: Mapping[str, Iterable[int]]) -> Iterator[Text]:
        """Yield every name of what a story is listed under, each with its language."""
        for kind, ids in about.items():
            for each in ids:
                yield from self._names.get((kind, each), ())

    def of_office(self, office: Office | None) -> Iterator[Text]:
        if office:
            yield from in_every_language(office, "title")


def rows_of(kind: str) -> QuerySet[Named]:
    rows = KINDS[kind]._default_manager.all()
    return rows.prefetch_related("aliases") if kind == "speaker" else rows


def names_of(row: Named) -> Iterator[Text]:
    """Yield every name of a thing; an alias may be in any language, so it is taken as one of each."""
    yield from in_every_language(row, "name")
    if isinstance(row, Speaker):
        yield from ((alias.text, code) for alias in row.aliases.all() for code in CODES)


def in_every_language(row: Named | Office, field: str) -> Iterator[Text]:
    for code in CODES:
        if text := getattr(row, f"{field}_{code}"):
            yield text, code
