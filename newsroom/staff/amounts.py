"""How many rows there are, without counting a million of them."""

from dataclasses import dataclass
from typing import ClassVar, Self

from django.db import connections
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

ROUGHLY = {
    "postgresql": "SELECT reltuples::bigint FROM pg_class WHERE oid = '{table}'::regclass",
    # Two queries, because SQLite finds the first and the last row at once only when it is asked for one of them.
    "sqlite": "SELECT (SELECT max(rowid) FROM {table}) - (SELECT min(rowid) FROM {table}) + 1",
}


@dataclass(frozen=True)
class Amount:
    """A number of rows, exact up to MOST; `roughly` is what the database believes of a bigger one, if anything."""

    MOST: ClassVar[int] = 10_000

    number: int
    roughly: int = 0

    @classmethod
    def of(cls, rows: QuerySet) -> Self:
        """Count rows, and no more than MOST of them."""
        number = rows.order_by()[: cls.MOST + 1].count()
        whole_table = not rows.query.where
        return cls(number, _roughly(rows) if number > cls.MOST and whole_table else 0)

    @property
    def is_exact(self) -> bool:
        return self.number <= self.MOST

    @property
    def countable(self) -> int:
        """Return the number as far as it is exact."""
        return min(self.number, self.MOST)

    def __bool__(self) -> bool:
        return self.number > 0

    def __str__(self) -> str:
        if self.is_exact:
            return grouped(self.number)
        if self.roughly > self.MOST:
            return _("about %(number)s") % {"number": grouped(_rounded(self.roughly))}
        return _("more than %(number)s") % {"number": grouped(self.MOST)}


def grouped(number: int) -> str:
    """Write a number as the active language groups its digits."""
    return number_format(number, force_grouping=True)


def _roughly(rows: QuerySet) -> int:
    """Return how many rows the database believes the table to have; 0 or less where it has no idea."""
    connection = connections[rows.db]
    table = connection.ops.quote_name(rows.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(ROUGHLY[connection.vendor].format(table=table))
        return cursor.fetchone()[0]


def _rounded(number: int) -> int:
    """Keep two digits, which is as much as an estimate is worth."""
    return round(number, 2 - len(str(number)))
