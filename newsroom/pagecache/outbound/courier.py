"""How a shared cache is told: from a thread of its own, so that no editor waits, again and again until it was told.

First at once, for the origin of this machine, whose processes all know of the change by then. Then a second later
whatever came of it, because for that long origins of other machines, or a page on its way, may bring the old bytes
back. Only that counts: the row goes when the cache was told so late. What fails is tried a few times more.
"""

import logging
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from threading import Condition, Thread
from typing import NamedTuple

from django.db import DatabaseError, close_old_connections
from django.db.models import F
from django.utils import timezone

from ..endings import at_the_end
from .caches import Cache, caches
from .models import Errand
from .sending import NotPurged

# Seconds after the commit; the first is time for whatever else was committed with it, to go in the same request.
TRIES_AT = (0.02, 1, 4, 15, 60)
ABANDONED = timedelta(seconds=2 * TRIES_AT[-1])
PATIENCE = 3  # seconds that a process waits at its end

logger = logging.getLogger(__name__)


class Turn(NamedTuple):
    """The next try of an errand: `number` tries were made since it began."""

    began: float  # on the monotonic clock
    number: int
    errand: Errand

    def seconds_left(self, now: float) -> float:
        return self.began + TRIES_AT[self.number] - now


class Courier:
    """Tells one cache what to drop, in one request whatever has to be told at the same time."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self._waiting: list[Turn] = []
        self._news = Condition()
        self._thread: Thread | None = None

    def take(self, errand: Errand) -> None:
        with self._news:
            self._waiting.append(Turn(time.monotonic(), 0, errand))
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name=f"purges {self.cache}", daemon=True)
                self._thread.start()
            self._news.notify_all()

    def is_owing(self) -> bool:
        """Tell whether something was not told for good yet, nor failed so far."""
        return any(turn.number < 2 for turn in self._waiting)

    def _work(self) -> None:
        while True:
            self._deliver(self._wait())

    def _wait(self) -> list[Turn]:
        """Wait until something is due, and return all that is; it stays among what waits until it is settled."""
        with self._news:
            while True:
                now = time.monotonic()
                left = min((turn.seconds_left(now) for turn in self._waiting), default=None)
                if left is not None and left <= 0:
                    return [turn for turn in self._waiting if turn.seconds_left(now) <= 0 or turn.number == 0]
                self._news.wait(left)

    def _deliver(self, due: Sequence[Turn]) -> None:
        errands, final = [turn.errand for turn in due], [turn.errand for turn in due if turn.number]
        try:
            keep([errand for errand in errands if errand.pk is None])
            told = tell(self.cache, errands)
            if told and final:
                Errand.objects.filter(pk__in=[errand.pk for errand in final]).delete()
                take_over(self.cache)
        except DatabaseError:
            told = False
            logger.exception("What %s was told can’t be written down.", self.cache)
        finally:
            close_old_connections()
        self._settle(due, told)

    def _settle(self, due: Sequence[Turn], told: bool) -> None:
        again = [turn._replace(number=turn.number + 1) for turn in due if not (told and turn.number)]
        given_up = [turn.errand.names for turn in again if turn.number == len(TRIES_AT)]
        if given_up:
            logger.error("%s was not told to drop: %s", self.cache, " ".join(given_up))
        with self._news:
            settled = set(map(id, due))
            others = [turn for turn in self._waiting if id(turn) not in settled]
            # At once, because is_owing() looks without the lock.
            self._waiting = others + [turn for turn in again if turn.number < len(TRIES_AT)]


def keep(errands: Iterable[Errand]) -> list[Errand]:
    return Errand.objects.bulk_create(errands)


def tell(cache: Cache, errands: Sequence[Errand]) -> bool:
    """Tell a cache now what to drop; if it won't, the rows say why."""
    try:
        cache.purge(sorted({name for errand in errands for name in errand.names.split()}))
    except NotPurged as problem:
        logger.warning("%s was not told what to drop: %s", cache, problem)
        said = {"status": problem.status, "reason": problem.reason}
        Errand.objects.filter(pk__in=[errand.pk for errand in errands]).update(tries=F("tries") + 1, **said)
        return False
    return True


def take_over(cache: Cache) -> None:
    """Tell a cache that answers again what nobody tells it any more: they gave up, or their process ended."""
    left = list(Errand.objects.filter(cache=str(cache), since__lt=timezone.now() - ABANDONED))
    if left and tell(cache, left):
        Errand.objects.filter(pk__in=[errand.pk for errand in left]).delete()


_couriers: dict[str, Courier] = {}


def courier_to(cache: Cache) -> Courier:
    """Return the one courier of this process to a cache."""
    return _couriers.setdefault(str(cache), Courier(cache))


def dispatch(errands: Iterable[Errand]) -> None:
    """Let the courier of each cache go; whoever sends it does not wait."""
    by_name = {str(cache): cache for cache in caches()}
    for errand in errands:
        courier_to(by_name[errand.cache]).take(errand)


@at_the_end
def finish() -> None:
    """Give couriers the time to tell what has just been changed, before this process ends."""
    deadline = time.monotonic() + PATIENCE
    while any(courier.is_owing() for courier in _couriers.values()) and time.monotonic() < deadline:
        with suppress(KeyboardInterrupt):
            time.sleep(0.05)
