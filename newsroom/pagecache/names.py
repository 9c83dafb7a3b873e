"""The name under which readings of a page are counted: said by its view, or nobody counts them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Named:
    name: str = ""


_named: ContextVar[Named | None] = ContextVar("named", default=None)


@contextmanager
def naming() -> Iterator[Named]:
    """Learn under which name the page that is made within is counted."""
    named = Named()
    token = _named.set(named)
    try:
        yield named
    finally:
        _named.reset(token)


def counts_as(name: str) -> None:
    """Say what the page being made is counted as, like "stories:uk:12"; of two names the later one holds."""
    named = _named.get()
    if named is not None:
        named.name = name
