"""What a process makes once for many pages of a language: shared slots, and parts that are alike in all of them.

It is made anew when something it shows changes; what fills slots also in time.
"""

import time
from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar

from django.utils.translation import get_language

from .feed import Feed
from .flights import Flights
from .shared import Strip
from .store import KeptStrip, Store
from .tags import recording, show

AGE = 300  # seconds; what is read most changes without a word from anybody
TRIES = 3  # when what is shown changes meanwhile
Made = TypeVar("Made")


class Strips:
    """Makes them, and keeps them with the pages; no later than at midnight they are made anew."""

    def __init__(self, store: Store, feed: Feed, midnight: Callable[[], float]) -> None:
        self.store = store
        self.feed = feed
        self.midnight = midnight
        self.flights: Flights[KeptStrip] = Flights()

    def of(self, make: Callable[[], Strip]) -> Strip:
        """Return what a shared slot shows in the active language."""
        return self._made(make, fills_slots=True)

    def within(self, make: Callable[..., Made], *about: Hashable) -> Made:
        """Return what is alike in many pages of the active language: a page that has it goes when it changes."""
        return self._made(make, *about, fills_slots=False)

    def _made(self, make: Callable[..., Made], *about: Hashable, fills_slots: bool) -> Made:
        key = make, about, get_language()
        made_of = partial(make, *about)
        kept = self.store.strip(key)
        # What fills slots goes by itself, with the pages that it was put into.
        if kept is None or not (fills_slots or time.time() < kept.until):
            kept = self.flights.share(key, lambda: self._fresh(key, made_of, fills_slots), lambda: None)
        for tag, span in kept.tags.items():
            show(tag, span=span)
        return kept.made

    def _fresh(self, key: Hashable, make: Callable[[], Made], fills_slots: bool) -> KeptStrip:
        for _try in range(TRIES):
            started, until = time.monotonic(), self.midnight()
            if fills_slots:
                until = min(time.time() + AGE, until)
            with recording() as tags:
                made = make()
            self.feed.follow()
            kept = KeptStrip(made, tags, until, fills_slots)
            if self.store.put_strip(key, kept, started):
                break
        return kept
