"""How a process learns what changed: by itself, on this machine, on others, and by the clock.

A purge is a row, and a touch of the machine's counter after its commit. A process reads the rows anew when the
counter has moved, and every quarter of a second for those of other machines. It reads the last minute each time and
skips what it knows: rows are not visible in the order of their ids (measured: 798 of 3,200 lost on PostgreSQL).

Without a database nobody can change anything either, so what is kept is served on: readers never wait for one that is
away or very slow. It is looked for aside, by a thread of its own.

What becomes due by the clock alone is not in the log. settings.PAGECACHE_DUE tells it: the function is given two
moments and returns the changes after the first and up to the second, and the moment of the next one, if any.
"""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from threading import Lock, Thread

from django.db import Error
from django.utils import timezone

from .connections import give_back
from .counter import Counter
from .models import Purge
from .store import Store
from .tags import AWAITED, EVERYTHING, Stale

POLL = 0.25  # seconds
PATIENCE = 1  # seconds that a reader waits while another reads the log
WINDOW = 60  # seconds; whoever was away for longer forgets everything
MANY = 500  # changes in one look; to drop all pages is cheaper than to find those that show one of so many
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
        self._looked = self._look_at = 0.0  # on the monotonic clock: the last look, and when the next one is due
        self._followed: datetime | None = None
        self._is_away = False  # the database, or the log takes too long to read
        self._lock = Lock()

    def follow(self) -> None:
        """Drop what changed since the last look. On most requests this compares three numbers."""
        if self._is_current():
            return
        if self._is_away:
            self._look_aside()
        elif self._lock.acquire(timeout=PATIENCE):
            self._look_unless_current()
        else:
            self._is_away = True

    @property
    def is_away(self) -> bool:
        """Tell whether nobody knows what has changed."""
        return self._is_away

    def _is_current(self) -> bool:
        if time.monotonic() >= self._look_at:
            return False
        return self._is_away or (self.counter.read() == self._number and time.time() < self.next_due)

    def _look_aside(self) -> None:
        """Look in a thread of its own, if nobody looks already."""
        if self._lock.acquire(blocking=False):
            try:
                Thread(target=self._look_unless_current, daemon=True).start()
            except RuntimeError:  # no thread can be had now: the next time, then
                self._lock.release()

    def _look_unless_current(self) -> None:
        """Look unless somebody has meanwhile; whoever calls holds the lock, which is released."""
        try:
            if not self._is_current():
                self._look()
        finally:
            self._lock.release()

    def _look(self) -> None:
        number, began = self.counter.read(), time.monotonic()
        try:
            self._catch_up(timezone.now())
            self._number, self._looked, self._is_away = number, began, False
        except Error as problem:
            self._is_away = True
            logger.error("The log of purges can't be read; pages are served as they are kept. %s", problem)
        except Exception:  # a mistake in what is due: readers get true pages, if slow ones
            logger.exception("What has changed can't be worked out; no page is kept.")
            self.store.drop({Stale(EVERYTHING)}, began)
        finally:
            self._look_at = time.monotonic() + POLL
            give_back()

    def _catch_up(self, now: datetime) -> None:
        recent = set(Purge.objects.filter(at__gte=now - timedelta(seconds=WINDOW)).values_list("pk", flat=True))
        changes, began = self._news(recent - self._known)
        since = min(self._followed or now, began or now)
        if not self._followed or now - self._followed > timedelta(seconds=WINDOW):
            changes = {Stale(EVERYTHING)}
        # When the clock was set back, what was due is due again.
        if changes or not self._followed or now < self._followed or time.time() >= self.next_due:
            due, following = self.due(since, now)
            changes |= set(due)
            self.next_due = following.timestamp() if following else NEVER
        self._known, self._followed = recent, now
        self.store.drop(changes, self._looked)
        self.tell(changes)

    def _news(self, rows: set[int]) -> tuple[set[Stale], datetime | None]:
        """Return what changed, and since when a moment was awaited: it may have passed before its commit."""
        if not rows:
            return set(), None
        found = list(Purge.objects.filter(pk__in=rows).values_list("at", "tag", "moment")) if len(rows) <= MANY else []
        if not found:  # more than can be told apart in time, or pruned meanwhile
            return {Stale(EVERYTHING)}, None
        began = min((at for at, tag, _moment in found if tag.endswith(AWAITED)), default=None)
        return {Stale(tag, moment) for _at, tag, moment in found}, began
