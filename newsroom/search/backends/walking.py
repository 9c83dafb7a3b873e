"""The newest documents first, on PostgreSQL.

A GIN index knows no order: all that match would be gathered and sorted, and a walk along the ids unpacks what it
passes. So what is common is asked for month by month from the newest: the index itself leaves out the other months,
and reading ends with the page that is asked for.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

from django.db.models import F

from ..entries import month_mark
from ..fields import Wanted
from ..models import Document

FEW = 4  # times what is wanted: as many are gathered in one go
WIDER = 4  # times as many months are asked for when there was too little in those before


def walk(wanted: Wanted, first: int, last: int, limit: int) -> list[int]:
    """Return the ids of the newest documents between two places in time, at most so many."""
    expected = estimated(wanted)
    if expected <= FEW * limit:
        return matching(wanted, first, last, limit)
    oldest = max(first, Document.objects.order_by("pk").values_list("pk", flat=True).first() or 0)
    months, found = months_back(last, oldest), []
    span = 1 + int(2 * limit * (last - oldest) / MONTH / expected)
    while len(found) < limit and (window := frozenset(islice(months, span))):
        within = replace(wanted, all=(*wanted.all, window))
        found += matching(within, first, last, limit - len(found))
        span *= WIDER
    return found


MONTH = 30 * 24 * 3600  # seconds, about


def matching(wanted: Wanted, first: int, last: int, limit: int) -> list[int]:
    rows = Document.objects.filter(terms__matches=wanted, pk__range=(first, last))
    # "+ 0", because by the ids PostgreSQL would walk past all that don't match, and unpack them.
    return list(rows.order_by((F("pk") + 0).desc()).values_list("pk", flat=True)[:limit])


def estimated(wanted: Wanted) -> int:
    """Return how many documents PostgreSQL believes to match; it is exact about what is common."""
    rows = Document.objects.filter(terms__matches=wanted).order_by()
    return json.loads(rows.explain(format="json"))[0]["Plan"]["Plan Rows"]


def months_back(last: int, oldest: int) -> Iterator[str]:
    """Yield the marks of the months from one place in time back to another."""
    month, end = (datetime.fromtimestamp(place, UTC).date().replace(day=1) for place in (last, oldest))
    while month >= end:
        yield month_mark(month)
        month = date(month.year - (month.month == 1), month.month - 1 or 12, 1)
