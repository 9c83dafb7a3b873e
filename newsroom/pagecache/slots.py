"""Slots: the places of a page where one reader is told what others are not.

A view and its templates know no reader. They leave a marker, and the slot is filled on the way out, so that what
lies between the slots is the same bytes for everybody and may be kept.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe

from .shared import Strip, is_shared


def marker(name: str) -> SafeString:
    """Return what stands for a slot until it is filled: a comment, so that an unfilled one shows nothing.

    Nobody can forge it: text is escaped, and the markup of editors is stripped of comments.
    """
    # Safe, because the names of slots are ours.
    return mark_safe(f"<!--slot:{name}-->")


def has_slots(page: bytes) -> bool:
    return b"<!--slot:" in page


def made_now(make: Callable[[], Strip]) -> Strip:
    return make()


def fill(page: bytes, request: HttpRequest, name: str = "", strip_of: Callable[[Callable], Strip] = made_now) -> bytes:
    """Put into every slot of a page what settings.SLOTS gives this reader: `name: path of a function`.

    The shared ones are given by `strip_of` and leave out what leads to the page itself, by its `name`.
    """
    for slot, path in settings.SLOTS.items():
        mark = marker(slot).encode()
        if mark in page:
            filler = import_string(path)
            text = strip_of(filler).on(name) if is_shared(filler) else filler(request)
            page = page.replace(mark, text.encode())
    return page
