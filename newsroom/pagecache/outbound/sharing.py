"""What is said to caches on the way: by default that a page is one reader's own, else for how long it may be shared."""

import time
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..neutral import Environ
from ..store import Headers, Key, Known, Page, Variant
from ..tags import Tags
from .caches import Cache, caches
from .given_out import GivenOut

if TYPE_CHECKING:
    from ..edge import Edge
    from ..recognising import Recognised

LONGEST = 300  # seconds; until then a page goes by itself whatever happened
SHORTEST = 1
# The reader's own browser may keep a page, and asks each time whether it still holds.
PRIVATE = [("Cache-Control", "private, no-cache")]
OK = f"{HTTPStatus.OK.value} "


class Private:
    """No shared cache keeps a page."""

    def known_by(self, tags: Tags) -> Known:
        return Known()

    def told(self, environ: Environ, key: Key, page: Page, reader: "Recognised", variant: Variant) -> Headers:
        return PRIVATE


class Shared:
    """A shared cache keeps the pages that an Edge keeps, until it is told that they changed, or their time is up."""

    def __init__(self, cache: Cache, edge: "Edge") -> None:
        self.cache = cache
        self.edge = edge
        self.given_out = GivenOut(cache, lambda: edge.feed.follow()) if cache.by_address else None
        if self.given_out:
            edge.feed.tell = self.given_out.tell

    def known_by(self, tags: Tags) -> Known:
        return Known(self.cache.label(tags), tags)

    def told(self, environ: Environ, key: Key, page: Page, reader: "Recognised", variant: Variant) -> Headers:
        """Return the headers that let a cache keep this page, or forbid it: it must be told when it changes."""
        seconds, known = self.seconds_left(page), variant.known_by
        may_be = known.label and page.status.startswith(OK) and not self.edge.feed.is_away
        may_be = may_be and self.is_for_all_it_reaches(key, page, reader)
        noted = may_be and (self.given_out is None or self.note(environ, key, known.tags, seconds))
        # Asked last: what changed before now was not told of a page noted later.
        if not noted or not page.is_kept:
            return PRIVATE
        control = ("Cache-Control", f"public, max-age=0, s-maxage={seconds}")
        return [control, (self.cache.header, known.label)] if self.cache.header else [control]

    def seconds_left(self, page: Page) -> int:
        end = min(self.edge.feed.next_due, page.until)
        return int(max(SHORTEST, min(LONGEST, end - time.time())))

    def is_for_all_it_reaches(self, key: Key, page: Page, reader: "Recognised") -> bool:
        """Tell whether the cache gives this page to none but its readers: all, if it can't tell them apart."""
        if page.about is None or self.cache.honours_vary:
            return True
        plainest = self.edge.recognising.reader({}, key, page, self.edge.store.generation)
        return reader.kind == plainest.kind

    def note(self, environ: Environ, key: Key, tags: Tags, seconds: int) -> bool:
        """Remember the address; one with parameters that the page does not know would be another to the cache."""
        if environ.get("QUERY_STRING", "") != key.query:
            return False
        return self.given_out.note(address_of(key), tags, seconds)


def address_of(key: Key) -> str:
    path = quote(key.path.encode("latin-1"), safe="/:@!$&'()*+,;=~")
    return f"{key.site}{path}{key.query and '?'}{key.query}"


def sharing_for(edge: "Edge") -> Private | Shared:
    """Return what the settings say: caches of one kind are all alike to a page."""
    known = caches()
    return Shared(known[0], edge) if known else Private()
