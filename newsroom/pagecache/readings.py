"""How often pages are read: counted in memory, added up in the database by name and hour. Nothing of a reader is kept.

A reading is one item more in a queue, which threads need no lock for. Every ten seconds a thread of its own writes
down what the queue holds, so that no reader waits; what the database refuses is written down the next time.
"""

import logging
import time
from collections import Counter, deque
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import islice
from threading import Lock, Thread

from django.db import DatabaseError, connection, transaction
from django.db.models import F, Sum
from django.utils import timezone

from .models import HourOfReadings

EVERY = 10  # seconds
KEPT = timedelta(days=60)
Counted = Mapping[tuple[datetime, str], int]

logger = logging.getLogger(__name__)


class Readings:
    """Counts the readings of one process."""

    def __init__(self) -> None:
        self._queue: deque[str] = deque()
        self._counted: Counter[tuple[datetime, str]] = Counter()
        self._write_at = time.monotonic() + EVERY
        self._writing = Lock()

    def add(self, name: str) -> None:
        """Count a reading of the page of this name. Costs a quarter of a microsecond."""
        self._queue.append(name)
        if time.monotonic() >= self._write_at:
            self._write_at = time.monotonic() + EVERY
            with suppress(RuntimeError):  # no thread can be had now: the next time, then
                Thread(target=self._write_apart, name="readings").start()

    def write(self) -> None:
        """Add what was counted to the database; if it can't be reached, keep it for the next time."""
        with self._writing:
            self._add_up()
            try:
                add_to_hours(self._counted)
            except DatabaseError:
                logger.exception("Readings can’t be written down now; they are kept and written down later.")
            else:
                self._counted.clear()

    def _add_up(self) -> None:
        hour, waiting = hour_of(timezone.now()), len(self._queue)
        # In C, for there may be a hundred thousand: a loop of ours would hold readers up five times longer.
        read = Counter(islice(iter(self._queue.popleft, None), waiting))
        self._counted.update({(hour, name): number for name, number in read.items()})

    def _write_apart(self) -> None:
        try:
            self.write()
        finally:
            connection.close()


def hour_of(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def add_to_hours(counted: Counted) -> None:
    """Add readings to the hours they were counted in, and forget what is old.

    In one order everywhere, so that two processes wait for each other in turn and never in a circle.
    """
    if not counted:
        return
    rows = [HourOfReadings(hour=hour, name=name) for hour, name in sorted(counted)]
    with transaction.atomic():
        HourOfReadings.objects.bulk_create(rows, ignore_conflicts=True)
        for row in rows:
            here = HourOfReadings.objects.filter(hour=row.hour, name=row.name)
            here.update(count=F("count") + counted[row.hour, row.name])
    HourOfReadings.objects.filter(hour__lt=timezone.now() - KEPT).delete()


def by_hour(since: datetime) -> list[tuple[datetime, int]]:
    """Return how much was read in each hour after a moment, in all names together."""
    rows = HourOfReadings.objects.filter(hour__gte=hour_of(since)).values("hour").annotate(sum=Sum("count"))
    return list(rows.order_by("hour").values_list("hour", "sum"))


def most_read(beginning: str, within: timedelta, number: int) -> list[str]:
    """Return the names read most of late, the first ones first, of those that begin like this."""
    rows = HourOfReadings.objects.filter(hour__gt=timezone.now() - within, name__startswith=beginning)
    sums = rows.values("name").annotate(sum=Sum("count")).order_by("-sum", "name")
    return list(sums.values_list("name", flat=True)[:number])
