"""How a shared cache is told: from a thread of its own, so that no editor waits, again and again until it was told.

First at once, for the origin of this machine, whose processes all know of the change by then. Then a second later
whatever came of it, because for that long origins of other machines, or a page on its way, may bring the old bytes
back. Only that counts: the row goes when the cache was told so late. What fails is tried a few times more.
"""

import atexit
import logging
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from threading import Condition, Thread

from django.db import DatabaseError, close_old_connections
from django.db.models import F
from django.utils import timezone

from .caches import Cache, caches
from .models import Errand
from .sending import NotPurged

# Seconds after the commit; the first is time for whatever else was committed with it, to go in the same request.
TRIES_AT = (0.02, 1, 4, 15, 60)
ABANDONED = timedelta(seconds=2 * TRIES_AT[-1])
PATIENCE = 3  # seconds that a process waits at its end

logger = logging.getLogger(__name__)


class Courier:
    """Tells one cache what to drop, in one request whatever has to be told at the same time."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self._waiting: list[tuple[float, int, Errand]] = []  # when it began, which try comes next
        self._news = Condition()
        self._thread: Thread | None = None

    def take(self, errand: Errand) -> None:
        with self._news:
            self._waiting.append((time.monotonic(), 0, errand))
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name=f"purges {self.cache}", daemon=True)
                self._thread.start()
            self._news.notify_all()

    def is_owing(self) -> bool:
        """Tell whether something was not told for good yet, nor failed so far."""
        return any(number < 2 for _began, number, _errand in self._waiting)

    def _work(self) -> None:
        while True:
            now = self._wait()
            self._deliver(now)

    def _wait(self) -> list[tuple[float, int, Errand]]:
        """Wait until something is due, and return all that is; it stays among what waits until it is settled."""
        with self._news:
            while True:
                now = time.monotonic()
                left = [began + TRIES_AT[number] - now for began, number, _errand in self._waiting]
                if min(left, default=1) <= 0:
                    pairs = zip(self._waiting, left, strict=True)
                    return [each for each, seconds in pairs if seconds <= 0 or each[1] == 0]
                self._news.wait(min(left, default=None))

    def _deliver(self, due: Sequence[tuple[float, int, Errand]]) -> None:
        final = [errand for _began, number, errand in due if number]
        try:
            keep([errand for _began, _number, errand in due if errand.pk is None])
            told = tell(self.cache, [errand for _began, _number, errand in due])
            if told and final:
                Errand.objects.filter(pk__in=[errand.pk for errand in final]).delete()
                take_over(self.cache)
        except DatabaseError:
            told = False
            logger.exception("What %s was told can’t be written down.", self.cache)
        finally:
            close_old_connections()
        self._settle(due, told)

    def _settle(self, due: Sequence[tuple[float, int, Errand]], told: bool) -> None:
        again = [(began, number + 1, errand) for began, number, errand in due if not (told and number)]
        given_up = [errand for _began, number, errand in again if number == len(TRIES_AT)]
        if given_up:
            logger.error("%s was not told to drop: %s", self.cache, " ".join(errand.names for errand in given_up))
        with self._news:
            self._waiting = [each for each in self._waiting if not any(each is other for other in due)]
            self._waiting += [each for each in again if each[1] < len(TRIES_AT)]


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


@atexit.register
def finish() -> None:
    """Give couriers the time to tell what has just been changed, before this process ends."""
    deadline = time.monotonic() + PATIENCE
    while any(courier.is_owing() for courier in _couriers.values()) and time.monotonic() < deadline:
        with suppress(KeyboardInterrupt):
            time.sleep(0.05)
