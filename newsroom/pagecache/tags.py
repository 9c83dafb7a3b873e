"""Tags: what a page shows. A list is shown for a span of time, from its last row to its newest.

A tag is a short text, like "speaker:7:name:uk". What changes says the same tags, and the pages that show them go.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from hashlib import blake2b
from sys import intern
from typing import NamedTuple


class Span(NamedTuple):
    """A part of a list, both ends included; None is open."""

    since: datetime | None = None
    until: datetime | None = None

    def holds(self, moment: datetime | None) -> bool:
        """Tell whether a row of this moment would stand here; a change without a moment concerns every part."""
        if moment is None:
            return True
        return (self.since is None or self.since <= moment) and (self.until is None or moment <= self.until)

    def joined(self, other: "Span") -> "Span":
        since = None if None in (self.since, other.since) else min(self.since, other.since)
        until = None if None in (self.until, other.until) else max(self.until, other.until)
        return Span(since, until)


class Stale(NamedTuple):
    """Something that changed: a tag, and of a list the moment of the row that came or went."""

    tag: str
    moment: datetime | None = None


WHOLE = Span()
EVERYTHING = "everything"  # changed: no page holds
ADDRESS = "address:"  # begins the tag of what stands at a path
AWAITED = "awaited"  # how a tag ends that tells of a moment to come, at which something changes by itself
SLOTS = "slots"  # changed: pages hold, what fills their slots does not
LONGEST = 120  # letters of a tag
Tags = dict[str, Span]

_shown: ContextVar[Tags | None] = ContextVar("shown", default=None)


def at_address(path: str) -> str:
    """Return the tag of whatever stands at a path of the site, with any parameters."""
    tag = f"{ADDRESS}{path}"
    return tag if len(tag) <= LONGEST else f"{ADDRESS}{blake2b(path.encode(), digest_size=16).hexdigest()}"


@contextmanager
def recording() -> Iterator[Tags]:
    """Collect the tags of everything that is shown within."""
    tags: Tags = {}
    token = _shown.set(tags)
    try:
        yield tags
    finally:
        _shown.reset(token)


def show(*tags: str, span: Span = WHOLE) -> None:
    """Say that the page being rendered shows something; outside of a rendering it says nothing."""
    shown = _shown.get()
    if shown is None:
        return
    # Thousands of pages show the same things: of each text one copy is kept.
    for tag in map(intern, tags):
        shown[tag] = span.joined(shown[tag]) if tag in shown else span
