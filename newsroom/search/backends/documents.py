"""The rows of documents, which every index has in the newspaper's database: all of a document but how it is found."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from .. import vocabulary
from ..entries import Entry, mark, marks_of_time, rules
from ..models import Document
from ..queries import Query
from .pages import weighed

REACH = 900  # seconds that are looked through at once for a free place


def placed(entries: Iterable[Entry]) -> list[Document]:
    """Return the documents of entries, not yet kept, each at its place in time."""
    found = list(entries)
    places = free_places([second_of(entry.moment) for entry in found])
    return [document_of(entry, place) for entry, place in zip(found, places, strict=True)]


def keep(documents: Sequence[Document]) -> None:
    """Keep documents, and count their words."""
    Document.objects.bulk_create(documents)
    vocabulary.add(words_in(documents))


def forget(documents: QuerySet[Document]) -> None:
    """Delete documents, and count their words no longer."""
    vocabulary.take_out(words_in(documents.only("language", "words")))
    documents.delete()


def words_in(documents: Iterable[Document]) -> vocabulary.Amounts:
    return Counter((each.language, word) for each in documents for word in set(each.words.replace("|", " ").split()))


def document_of(entry: Entry, place: int) -> Document:
    weights = entry.weights()
    marks = sorted({*entry.marks, mark("kind", entry.kind), mark("language", entry.language)})
    time = marks_of_time(datetime.fromtimestamp(place, UTC))
    return Document(
        id=place,
        kind=entry.kind,
        key=entry.key,
        owner=entry.owner,
        language=entry.language,
        moment=entry.moment,
        until=entry.until,
        rules=rules(),
        marks=" ".join(marks),
        weights=weighed(weights),
        words=entry.words(),
        terms=" ".join([*weights, *marks, *time]),
    )


def second_of(moment: datetime) -> int:
    return int(moment.timestamp())


def free_places(wanted: Sequence[int]) -> list[int]:
    """Return a free place in time for each that is wanted: that one, or the nearest before it that nobody has."""
    if not wanted:
        return []
    reach = min(wanted) - len(wanted)
    taken, places = set(_taken(reach, max(wanted))), []
    for place in wanted:
        while place in taken:
            place -= 1
            if place < reach:
                taken.update(_taken(reach - REACH, reach))
                reach -= REACH
        taken.add(place)
        places.append(place)
    return places


def _taken(first: int, last: int) -> QuerySet:
    return Document.objects.filter(pk__range=(first, last)).values_list("pk", flat=True)


def public(ids: Sequence[int], query: Query, now: datetime) -> QuerySet[Document]:
    """Keep what readers may have now of the documents found, and holds the phrases word for word."""
    is_public = Q(moment__lte=now) & (Q(until=None) | Q(until__gt=now))
    rows = Document.objects.filter(is_public, pk__in=ids)
    if query.since:
        rows = rows.filter(moment__gte=query.since)
    for phrase in query.phrases:
        rows = rows.filter(words__contains=phrase)
    for phrase in query.refused_phrases:
        rows = rows.exclude(words__contains=phrase)
    return rows
