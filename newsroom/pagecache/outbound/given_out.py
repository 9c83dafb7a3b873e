"""The addresses that a cache without names may hold: whoever gave them out has to tell it, page by page.

They are remembered apart from the pages, which the store forgets as it likes, until the cache must have dropped them
by itself. Only their own process knows them, so it has to learn of changes when nobody asks it for a page, too; if it
ends, its addresses are the cache's for the rest of their time, five minutes at most.
"""

import time
from collections.abc import Callable, Iterable
from threading import Lock, Thread

from ..feed import POLL
from ..tags import EVERYTHING, SLOTS, Stale, Tags
from .caches import Cache
from .courier import courier_to
from .models import Errand

ROOM = 10_000  # addresses; looking through all of them takes 10 ms
ON_THE_WAY = 2  # seconds more, for what travels


class GivenOut:
    """What one process gave out and a cache may hold. Every method may be called by any thread."""

    def __init__(self, cache: Cache, follow: Callable[[], None]) -> None:
        self.cache = cache
        self.follow = follow
        self._held: dict[str, tuple[Tags, float]] = {}
        self._lock = Lock()
        self._thread: Thread | None = None

    def note(self, address: str, tags: Tags, seconds: int) -> bool:
        """Remember an address for as long as it may be held; without room for it it must not be given out."""
        with self._lock:
            if len(self._held) >= ROOM:
                self._forget()
            if len(self._held) >= ROOM and address not in self._held:
                return False
            self._held[address] = tags, time.time() + seconds + ON_THE_WAY
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._watch, name="addresses given out", daemon=True)
                self._thread.start()
        return True

    def tell(self, changes: Iterable[Stale]) -> None:
        """Have the cache drop whatever shows something of what changed."""
        names = self._taken(set(changes))
        if names:
            courier_to(self.cache).take(Errand(cache=str(self.cache), names=" ".join(names)))

    def _taken(self, changes: set[Stale]) -> list[str]:
        tags = {change.tag for change in changes}
        with self._lock:
            if tags & {EVERYTHING, SLOTS}:
                found = list(self._held)
            else:
                found = [address for address, (shown, _until) in self._held.items() if not tags.isdisjoint(shown)]
            for address in found:
                del self._held[address]
        return sorted(found)

    def _forget(self) -> None:
        now = time.time()
        self._held = {address: held for address, held in self._held.items() if held[1] > now}

    def _watch(self) -> None:
        """Learn of changes as long as something is held."""
        while self._held:
            time.sleep(POLL)
            self.follow()
            with self._lock:
                self._forget()
