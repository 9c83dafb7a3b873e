"""What is alike on many pages of a language, such as a menu: one process makes it once for all that it renders."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Made = TypeVar("Made")
Remember = Callable[..., Made]

_remember: ContextVar[Remember | None] = ContextVar("remember", default=None)


@contextmanager
def remembering_by(remember: Remember) -> Iterator[None]:
    """Let what is rendered within take from a memory what is alike."""
    token = _remember.set(remember)
    try:
        yield
    finally:
        _remember.reset(token)


def alike(make: Callable[..., Made], *about: Hashable) -> Made:
    """Return what a function makes of `about` for the active language.

    It says what it shows by tags, and knows no reader. Many threads may be given the same result at once: it is only
    to be read.
    """
    remember = _remember.get()
    return remember(make, *about) if remember else make(*about)
