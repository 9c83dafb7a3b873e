"""The index in the newspaper's own database, SQLite or PostgreSQL."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from .. import vocabulary
from ..entries import Entry, mark, rules
from ..fields import fts_table
from ..models import Document
from ..queries import Query
from .pages import MOST, Answer, Found, Order, answer, weighed

COMMON = 0.1  # of all documents: what more have is found sooner by walking from the newest than by gathering them
NEWEST = "SELECT rowid FROM {index} WHERE {index} MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s"
REACH = 900  # seconds that are looked through at once for a free place
BEGINNING, END = 0, 2**53  # of time, in seconds


class DatabaseBackend:
    def index(self, entries: Iterable[Entry]) -> None:
        """Put things into the index, in place of all that their owners had in it."""
        found = list(entries)
        with transaction.atomic():
            self.remove({entry.owner for entry in found})
            places = free_places([second_of(entry.moment) for entry in found])
            documents = [document_of(entry, place) for entry, place in zip(found, places, strict=True)]
            Document.objects.bulk_create(documents)
            vocabulary.add(_known(documents))

    def remove(self, owners: Collection[int]) -> None:
        """Take out all that owners have in the index."""
        documents = Document.objects.filter(owner__in=owners)
        with transaction.atomic():
            vocabulary.take_out(_known(documents.only("language", "words")))
            documents.delete()

    def search(self, query: Query, order: Order, page: slice) -> Answer:
        """Answer a question with a page of keys, by documents that are public now."""
        now = timezone.now()
        ids = newest(query, now, MOST + 1)
        return answer(list(_rows(ids[:MOST], query, now)), query, order, page, now, is_capped=len(ids) > MOST)

    def count(self, query: Query) -> int:
        """Return how many documents answer a question, at most MOST + 1; phrases are taken as words."""
        return len(newest(query, timezone.now(), MOST + 1))


def document_of(entry: Entry, place: int) -> Document:
    weights = entry.weights()
    marks = sorted({*entry.marks, mark("kind", entry.kind), mark("language", entry.language)})
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
        terms=" ".join([*weights, *marks]),
    )


def second_of(moment: datetime) -> int:
    return int(moment.timestamp())


def free_places(wanted: Sequence[int]) -> list[int]:
    """Return a free place in time for each that is wanted: that one, or the nearest before it that nobody has."""
    if not wanted:
        return []
    taken = set(_taken(min(wanted) - len(wanted), max(wanted)))
    places, reach = [], min(wanted) - len(wanted)
    for place in wanted:
        while place in taken:
            place -= 1
            if place < reach:
                taken |= set(_taken(reach - REACH, reach))
                reach -= REACH
        taken.add(place)
        places.append(place)
    return places


def _taken(first: int, last: int) -> QuerySet:
    return Document.objects.filter(pk__range=(first, last)).values_list("pk", flat=True)


def newest(query: Query, now: datetime, limit: int) -> list[int]:
    """Return the ids of the newest documents that answer a question, as far as the index can tell."""
    first = second_of(query.since) - REACH if query.since else BEGINNING
    last = second_of(now)
    wanted = query.wanted()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # As a query of its own: told to join, SQLite would gather all that match before it sorts them.
            cursor.execute(NEWEST.format(index=fts_table(Document)), [wanted.in_fts5(), first, last, limit])
            return [row[0] for row in cursor.fetchall()]
    matching = Document.objects.filter(terms__matches=wanted, pk__range=(first, last))
    return list(_walked(matching).values_list("pk", flat=True)[:limit])


def _walked(matching: QuerySet[Document]) -> QuerySet[Document]:
    """Order by the newest so that PostgreSQL takes the shorter way; it thinks that looking into a row costs nothing.

    "+ 0" keeps it from walking along the ids past all that don't match.
    """
    return matching.order_by("-pk") if _is_common(matching) else matching.order_by((F("pk") + 0).desc())


def _is_common(matching: QuerySet[Document]) -> bool:
    expected = json.loads(matching.order_by().explain(format="json"))[0]["Plan"]["Plan Rows"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [Document._meta.db_table])
        return expected > COMMON * max(cursor.fetchone()[0], 1)


def _rows(ids: Sequence[int], query: Query, now: datetime) -> Iterable[Found]:
    """Fetch what is public now of the documents found, in their order, and holds the phrases word for word."""
    public = Q(moment__lte=now) & (Q(until=None) | Q(until__gt=now))
    rows = Document.objects.filter(public, pk__in=ids).order_by("-pk")
    if query.since:
        rows = rows.filter(moment__gte=query.since)
    for phrase in query.phrases:
        rows = rows.filter(words__contains=phrase)
    return (Found(*row) for row in rows.values_list(*Found._fields))


def _known(documents: Iterable[Document]) -> Counter[tuple[str, str]]:
    return Counter((each.language, word) for each in documents for word in set(each.words.replace("|", " ").split()))
