"""The pages that one process keeps: the least recently read go first when the room is used up."""

import time
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple

from .tags import EVERYTHING, SLOTS, Stale, Tags

GRACE = 0.5  # seconds after it last held that a page may still be given to those who wait for the fresh one
STRIPS = 300  # in all languages; of those made of something, such as the authors of a story, the oldest go first
REMEMBERED = 60  # seconds; no rendering takes longer
# What Python needs besides the bytes, measured (benchmarks/memory.py).
OF_A_PAGE = 2900
OF_A_TAG = 115
OF_A_VARIANT = 1650
SPREAD = 1.4  # times as much once thousands have come and gone, for memory is left in pieces between those that stay
Headers = list[tuple[str, str]]


class Key(NamedTuple):
    """What tells pages apart: the site's address, the path, and those parameters that the view knows."""

    site: str
    path: str
    query: str = ""


class Known(NamedTuple):
    """How a shared cache knows what it keeps: by a label, or by us, who know what it shows."""

    label: str = ""
    tags: Tags = {}


class Variant(NamedTuple):
    """A page as one kind of reader gets it, ready to be sent; `unchanged` are the headers of its 304.

    `known_by` is of the whole of it, with what fills its slots.
    """

    headers: Headers
    body: bytes
    etag: str
    unchanged: Headers
    known_by: Known = Known()


class KeptStrip(NamedTuple):
    """What was made for many pages, with its tags, and the moment (Unix time) at which it is made anew.

    What does not fill slots is in the pages themselves, and they have its tags.
    """

    made: object
    tags: Tags
    until: float
    fills_slots: bool


@dataclass(eq=False)
class Page:
    """A rendered page: its bytes with the slots still open, what it shows, the moment (Unix time) it ends.

    `about` is what the view said of the page to those who fill its slots, `name` what its readings are counted as.
    `variants` were made at a `generation` of the slots. A personal one is only the word that the next reader needs
    their own.
    """

    status: str
    headers: Headers
    body: bytes
    tags: Tags
    until: float
    about: Hashable
    name: str = ""
    is_personal: bool = False
    generation: int = 0
    variants: dict[Hashable, Variant] = field(default_factory=dict)
    size: int = 0

    @property
    def is_kept(self) -> bool:
        return self.size > 0


def concerns(change: Stale, tags: Tags) -> bool:
    """Tell whether what shows these tags is stale after a change."""
    return change.tag == EVERYTHING or (change.tag in tags and tags[change.tag].holds(change.moment))


class Store:
    """Pages by key, and keys by tag. Every method may be called by any thread."""

    def __init__(self, room: int) -> None:
        self.room = room  # bytes
        self.used = 0
        self.generation = 1
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._strips: dict[Hashable, KeptStrip] = {}
        self._keys: dict[str, set[Key]] = {}
        self._stale: dict[Key, tuple[float, Page]] = {}
        self._dropped: dict[Stale, float] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: Key) -> Page | None:
        page = self._pages.get(key)
        if page is not None:
            try:  # noqa: SIM105  (a third of the time of suppress, at every request)
                self._pages.move_to_end(key)
            except KeyError:
                pass  # dropped by another thread since it was looked up: it held when it was asked for
        return page

    def stale(self, key: Key) -> Page | None:
        """Return the page that held a moment ago, for those who would wait for the fresh one."""
        held, page = self._stale.get(key, (0.0, None))
        return page if time.monotonic() - held < GRACE else None

    def put(self, key: Key, page: Page, started: float) -> bool:
        """Keep a page unless something it shows has changed since its rendering started; tell whether it is kept."""
        with self._lock:
            if self._changed_since(started, page.tags):
                return False
            self._drop(key)
            page.generation = self.generation
            page.size = room_of(len(page.body) + OF_A_PAGE + OF_A_TAG * len(page.tags))
            self._pages[key] = page
            self.used += page.size
            for tag in page.tags:
                self._keys.setdefault(tag, set()).add(key)
            self._make_room()
        return True

    def add_variant(self, key: Key, page: Page, name: Hashable, variant: Variant, generation: int) -> None:
        """Keep a variant with its page, if the page is still kept and what fills its slots still holds."""
        size = room_of_variant(variant)
        with self._lock:
            if self._pages.get(key) is not page or generation != self.generation or name in page.variants:
                return
            page.variants[name] = variant
            page.size += size
            self.used += size
            self._make_room()

    def variant(self, page: Page, name: Hashable) -> Variant | None:
        """Return a variant that holds."""
        if page.generation != self.generation:
            self._forget_variants(page)
        return page.variants.get(name)

    def strip(self, key: Hashable) -> KeptStrip | None:
        """Return what was made for many pages, if that holds."""
        return self._strips.get(key)

    def put_strip(self, key: Hashable, strip: KeptStrip, started: float) -> bool:
        """Keep what was made for many pages unless that has changed since; then no variant with it is kept, either."""
        with self._lock:
            if self._changed_since(started, strip.tags):
                self.generation += strip.fills_slots
                return False
            self._strips[key] = strip
            if len(self._strips) > STRIPS:
                self._strips.pop(next(each for each, kept in self._strips.items() if not kept.fills_slots))
        return True

    def drop(self, changes: Iterable[Stale], held: float) -> None:
        """Drop every page that shows something of what changed, but held at a moment (on the monotonic clock).

        Pages with a strip of that kind are put together anew.
        """
        now = time.monotonic()
        changes = set(changes)
        with self._lock:
            self._forget_old(now)
            for change in changes:
                self._dropped[change] = now
                if change.tag in (EVERYTHING, SLOTS):
                    self.generation += 1
                for key in self._showing(change):
                    self._stale[key] = held, self._pages[key]
                    self._drop(key)
            if self._drop_strips(changes):
                self.generation += 1

    def _drop_strips(self, changes: Iterable[Stale]) -> bool:
        """Drop the strips that are over or show something of what changed; tell whether one of them filled slots."""
        now, everywhere = time.time(), any(change.tag == SLOTS for change in changes)
        over = [
            key
            for key, strip in self._strips.items()
            if everywhere or strip.until <= now or any(concerns(change, strip.tags) for change in changes)
        ]
        return any([self._strips.pop(key).fills_slots for key in over])

    def _showing(self, change: Stale) -> list[Key]:
        if change.tag == EVERYTHING:
            return list(self._pages)
        keys = self._keys.get(change.tag, ())
        return [key for key in keys if self._pages[key].tags[change.tag].holds(change.moment)]

    def _changed_since(self, started: float, tags: Tags) -> bool:
        return any(concerns(change, tags) for change, at in self._dropped.items() if at >= started)

    def _forget_old(self, now: float) -> None:
        self._stale = {key: kept for key, kept in self._stale.items() if now - kept[0] < GRACE}
        self._dropped = {change: at for change, at in self._dropped.items() if now - at < REMEMBERED}

    def _forget_variants(self, page: Page) -> None:
        with self._lock:
            spared = sum(map(room_of_variant, page.variants.values()))
            page.variants = {}
            page.generation = self.generation
            if page.size:
                page.size -= spared
                self.used -= spared

    def _make_room(self) -> None:
        while self.used > self.room and self._pages:
            # In one step: looked up first, the oldest page may be read and moved by somebody before it is dropped.
            self._forget(*self._pages.popitem(last=False))

    def _drop(self, key: Key) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._forget(key, page)

    def _forget(self, key: Key, page: Page) -> None:
        """Give back the room of a page that is out, and leave no tag behind."""
        self.used -= page.size
        page.size = 0
        for tag in page.tags:
            keys = self._keys[tag]
            keys.discard(key)
            if not keys:
                del self._keys[tag]


def room_of(size: int) -> int:
    return int(size * SPREAD)


def room_of_variant(variant: Variant) -> int:
    return room_of(len(variant.body) + OF_A_VARIANT)
