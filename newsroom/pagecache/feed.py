"""How a process learns what changed: by itself, on this machine, on others, and by the clock.

A purge is a row, and a touch of the machine's counter after its commit. A process reads the rows anew when the
counter has moved, and every quarter of a second for those of other machines. It reads the last minute each time and
skips what it knows: rows are not visible in the order of their ids (measured: 798 of 3,200 lost on PostgreSQL).

What becomes due by the clock alone is not in the log. settings.PAGECACHE_DUE tells it: the function is given two
moments and returns the changes after the first and up to the second, and the moment of the next one, if any.
"""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from threading import Lock

from django.db import DatabaseError, connection
from django.utils import timezone

from .counter import Counter
from .models import Purge
from .store import Store
from .tags import EVERYTHING, Stale

POLL = 0.25  # seconds
WINDOW = 60  # seconds; whoever was away for longer forgets everything
NEVER = float("inf")
Due = Callable[[datetime, datetime], tuple[Iterable[Stale], datetime | None]]

logger = logging.getLogger(__name__)


class Feed:
    """Keeps one store true to the log of purges and to what becomes due."""

    def __init__(self, store: Store, counter: Counter, due: Due) -> None:
        self.store = store
        self.tell: Callable[[Iterable[Stale]], None] = lambda changes: None  # after its pages were dropped
        self.counter = counter
        self.due = due
        self.next_due = NEVER  # Unix time
        self._known: set[int] = set()
        self._number = -1
        self._look_at = 0.0  # on the monotonic clock
        self._followed: datetime | None = None
        self._lock = Lock()

    def follow(self) -> None:
        """Drop what changed since the last look. On most requests this compares three numbers."""
        if self.counter.read() == self._number and time.monotonic() < self._look_at and time.time() < self.next_due:
            return
        with self._lock:
            number = self.counter.read()
            if number != self._number or time.monotonic() >= self._look_at or time.time() >= self.next_due:
                self._look(number)

    def _look(self, number: int) -> None:
        """Read the log; without a database nobody can change anything either, so what is kept is served on."""
        try:
            self._catch_up(timezone.now())
            self._number = number
        except DatabaseError:
            logger.exception("The log of purges can't be read; pages are served as they are kept.")
        finally:
            self._look_at = time.monotonic() + POLL
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()

    def _catch_up(self, now: datetime) -> None:
        rows = Purge.objects.filter(at__gte=now - timedelta(seconds=WINDOW)).values_list("pk", "tag", "moment")
        news = {pk: Stale(tag, moment) for pk, tag, moment in rows}
        changes = {change for pk, change in news.items() if pk not in self._known}
        since = self._followed or now
        if now - since > timedelta(seconds=WINDOW):
            changes = {Stale(EVERYTHING)}
        if changes or not self._followed or time.time() >= self.next_due:
            due, following = self.due(since, now)
            changes |= set(due)
            self.next_due = following.timestamp() if following else NEVER
        self._known, self._followed = set(news), now
        self.store.drop(changes)
        self.tell(changes)
