"""The shared slots that a process has made, by language: made anew when something they show changes, or in time."""

import time
from collections.abc import Callable

from django.utils.translation import get_language

from .feed import Feed
from .flights import Flights
from .shared import Strip
from .store import KeptStrip, Store
from .tags import recording, show

AGE = 300  # seconds; what is read most changes without a word from anybody
TRIES = 3  # when what is shown changes meanwhile
Make = Callable[[], Strip]


class Strips:
    """Makes the shared slots, and keeps them with the pages; no later than at midnight they are made anew."""

    def __init__(self, store: Store, feed: Feed, midnight: Callable[[], float]) -> None:
        self.store = store
        self.feed = feed
        self.midnight = midnight
        self.flights: Flights[KeptStrip] = Flights()

    def of(self, make: Make) -> Strip:
        """Return what a shared slot shows in the active language."""
        key = make, get_language()
        kept = self.store.strip(key) or self.flights.share(key, lambda: self.fresh(key, make), lambda: None)
        for tag, span in kept.tags.items():
            show(tag, span=span)
        return kept.strip

    def fresh(self, key: tuple[Make, str], make: Make) -> KeptStrip:
        for _try in range(TRIES):
            started, until = time.monotonic(), min(time.time() + AGE, self.midnight())
            with recording() as tags:
                strip = make()
            self.feed.follow()
            kept = KeptStrip(strip, tags, until)
            if self.store.put_strip(key, kept, started):
                break
        return kept
