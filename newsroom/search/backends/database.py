"""The index in the newspaper's own database, SQLite or PostgreSQL."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from django.db import connection, transaction
from django.utils import timezone

from ..entries import Entry
from ..fields import fts_table
from ..models import Document
from ..queries import Query
from .documents import forget, keep, placed, public, second_of
from .pages import MOST, Answer, Found, Order, answer
from .walking import walk

NEWEST = "SELECT rowid FROM {index} WHERE {index} MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s"
BEGINNING = -(2**40)  # in seconds: archives are older than 1970
ROUNDS = 10  # so many times MOST documents with its words are looked through for a phrase
MARGIN = 900  # seconds by which a document may stand before its moment, because others stand there


class DatabaseBackend:
    def index(self, entries: Iterable[Entry]) -> None:
        """Put things into the index, in place of all that their owners had in it."""
        found = list(entries)
        with transaction.atomic():
            self.remove({entry.owner for entry in found})
            keep(placed(found))

    def remove(self, owners: Collection[int]) -> None:
        """Take out all that owners have in the index."""
        with transaction.atomic():
            forget(Document.objects.filter(owner__in=owners))

    def search(self, query: Query, order: Order, page: slice) -> Answer:
        """Answer a question with a page of keys, by documents that are public now."""
        now = timezone.now()
        found, is_capped = self._looked_through(query, now)
        return answer(found, query, order, page, now, is_capped=is_capped)

    def _looked_through(self, query: Query, now: datetime) -> tuple[list[Found], bool]:
        """Return what the newest hold, and whether there is more; for a phrase it is looked further back."""
        found, end, is_capped = [], now, True
        for _round in range(ROUNDS if query.phrases else 1):
            ids = self.newest(query, end, MOST + 1)
            found += [Found(*row) for row in public(ids[:MOST], query, now).values_list(*Found._fields)]
            is_capped = len(ids) > MOST
            if not is_capped or len(found) >= MOST:
                break
            end = datetime.fromtimestamp(ids[MOST - 1] - 1, UTC)
        return found[:MOST], is_capped and (len(found) >= MOST or not query.phrases)

    def count(self, query: Query) -> int:
        """Return how many documents answer a question, at most MOST + 1."""
        now = timezone.now()
        return public(self.newest(query, now, MOST + 1), query, now).count()

    def newest(self, query: Query, now: datetime, limit: int) -> list[int]:
        """Return the ids of the newest documents that answer a question, as far as the index can tell."""
        first, last = second_of(query.since) - MARGIN if query.since else BEGINNING, second_of(now)
        if connection.vendor == "postgresql":
            return walk(query.wanted(), first, last, limit)
        with connection.cursor() as cursor:
            # As a query of its own: told to join, SQLite would gather all that match before it sorts them.
            cursor.execute(NEWEST.format(index=fts_table(Document)), [query.wanted().in_fts5(), first, last, limit])
            return [row[0] for row in cursor.fetchall()]
