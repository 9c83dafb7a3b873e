"""Shared slots: places that are alike for all readers and stand on many pages, such as what was read most.

settings.SLOTS names a function for each, as for the others; it takes nothing, speaks the active language and returns
a Strip. It is made once for all pages, not for each, and a page is not rendered anew when it changes.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.safestring import mark_safe

ROWS = mark_safe("<!--rows-->")  # Safe, because it is ours.


class Strip(NamedTuple):
    """What a shared slot shows: rows where ROWS stands in the frame, at most `size` of them; without rows nothing.

    A row begins with the name of the page it leads to, if it has no place on that page.
    """

    frame: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    size: int = 0

    def on(self, name: str) -> str:
        """Return it as it stands on the page of a name."""
        found = [html for row, html in self.rows if not row or row != name][: self.size]
        return self.frame.replace(ROWS, "".join(found)) if found else ""


def shared(make: Callable[[], Strip]) -> Callable[[], Strip]:
    """Let a function fill a slot that is alike for all readers."""
    make.is_shared = True
    return make


def is_shared(fill: Callable) -> bool:
    return getattr(fill, "is_shared", False)
