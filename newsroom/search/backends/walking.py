"""The newest documents first, on PostgreSQL.

A GIN index knows no order: all that match would be gathered and sorted, and a walk along the ids unpacks what it
passes. So what is common is asked for by months, or by years, from the newest: the index itself leaves out the others,
and reading ends with the page that is asked for.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

from django.db.models import F

from ..entries import marks_of_time
from ..fields import Wanted
from ..models import Document

FEW = 4  # times what is wanted: as many are gathered in one go
ENOUGH = 2  # times what is wanted should be in the first months
WIDER = 4  # times as many months are asked for when there was too little in those before
MONTH = 30 * 24 * 3600  # seconds, about
MOST_MONTHS = 12  # For more, years: the index takes as long as there are marks to choose from.


def walk(wanted: Wanted, first: int, last: int, limit: int) -> list[int]:
    """Return the ids of the newest documents between two places in time, at most so many."""
    expected = estimated(wanted)
    if expected <= FEW * limit:
        return matching(wanted, first, last, limit)
    oldest = max(first, Document.objects.order_by("pk").values_list("pk", flat=True).first() or 0)
    span = 1 + int((last - oldest) / MONTH * ENOUGH * limit / expected)
    windows, found = windows_back(last, oldest, span), []
    while len(found) < limit and (window := next(windows, None)):
        within = replace(wanted, all=(*wanted.all, window))
        found += matching(within, first, last, limit - len(found))
    return found


def matching(wanted: Wanted, first: int, last: int, limit: int) -> list[int]:
    rows = Document.objects.filter(terms__matches=wanted, pk__range=(first, last))
    # "+ 0", because by the ids PostgreSQL would walk past all that don't match, and unpack them.
    return list(rows.order_by((F("pk") + 0).desc()).values_list("pk", flat=True)[:limit])


def estimated(wanted: Wanted) -> int:
    """Return how many documents PostgreSQL believes to match; it is exact about what is common."""
    rows = Document.objects.filter(terms__matches=wanted).order_by()
    return json.loads(rows.explain(format="json"))[0]["Plan"]["Plan Rows"]


def windows_back(last: int, oldest: int, span: int) -> Iterator[frozenset[str]]:
    """Yield the marks of months, or of years, from one place in time back to another: first `span` months."""
    by_year = span > MOST_MONTHS
    size = -(-span // 12) if by_year else span
    marks = iter(dict.fromkeys(marks_of_time(month)[0 if by_year else 1] for month in months_back(last, oldest)))
    while window := frozenset(islice(marks, size)):
        yield window
        size *= WIDER


def months_back(last: int, oldest: int) -> Iterator[date]:
    month, end = (datetime.fromtimestamp(place, UTC).date().replace(day=1) for place in (last, oldest))
    while month >= end:
        yield month
        month = date(month.year - (month.month == 1), month.month - 1 or 12, 1)
