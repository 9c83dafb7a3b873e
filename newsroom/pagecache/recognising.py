"""Readers whose requests say the same are the same kind: it is worked out for the first of them, and remembered.

Nobody can fill the memory: what no browser sends, for it is too long, is worked out each time, and when too many are
remembered all are forgotten.
"""

import time
from collections.abc import Hashable
from typing import NamedTuple, Protocol

from django.http import HttpRequest

from .connections import give_back
from .neutral import Environ
from .store import Key, Page
from .variants import encoding_for

MOST = 2000  # that are remembered
LONGEST = 1000  # letters of what one request says; browsers send a third of that
Said = tuple[str, ...]


class Readers(Protocol):
    """What the cache must be told of readers (settings.PAGECACHE_READERS).

    What they call `about` of a page is a value with a part `deciding`: where that is alike, so are kinds of readers.
    """

    def said_by(self, environ: Environ) -> Said:
        """Return all of a request that tells its reader from others; the same number of texts of each."""

    def kind_of(self, said: Said, site: str, deciding: Hashable, generation: int) -> tuple[Hashable, float]:
        """Return what tells this reader's page from that of others, and until when (Unix time) that holds.

        A new generation of slots asks anew.
        """

    def plain_request(self, kind: Hashable, key: Key, about: Hashable, generation: int) -> HttpRequest:
        """Return the plainest request of a reader of this kind, to fill the slots with."""

    def is_crawler(self, said: Said) -> bool:
        """Tell whether nobody's eyes read this."""


class Recognised(NamedTuple):
    """What the requests that say the same get: the variant of this name, `until` (Unix time) or other slots."""

    kind: Hashable
    variant: tuple[Hashable, str]
    is_crawler: bool
    generation: int
    until: float


class Recognising:
    """Remembers what was worked out. Every method may be called by any thread."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self._known: dict[Hashable, Recognised] = {}

    def reader(self, environ: Environ, key: Key, page: Page, generation: int) -> Recognised:
        """Return who reads a page."""
        deciding = page.about and page.about.deciding
        asked = key.site, deciding, environ.get("HTTP_ACCEPT_ENCODING", ""), self.readers.said_by(environ)
        known = self._known.get(asked)
        if known is None or known.generation != generation or known.until <= time.time():
            known = self._work_out(*asked, generation)
            self._remember(asked, known)
        return known

    def _work_out(self, site: str, deciding: Hashable, accepted: str, said: Said, generation: int) -> Recognised:
        # Without slots a page is the same for every kind of reader.
        kind, until = None, float("inf")
        if deciding is not None:
            try:
                kind, until = self.readers.kind_of(said, site, deciding, generation)
            finally:
                give_back()
        return Recognised(kind, (kind, encoding_for(accepted)), self.readers.is_crawler(said), generation, until)

    def _remember(self, asked: Hashable, known: Recognised) -> None:
        site, _deciding, accepted, said = asked
        if len(site) + len(accepted) + sum(map(len, said)) > LONGEST:
            return
        if len(self._known) >= MOST:
            self._known = {}
        self._known[asked] = known
