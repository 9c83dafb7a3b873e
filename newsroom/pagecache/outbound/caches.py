"""The shared caches in front of this newspaper (settings.SHARED_CACHE); by default there is none."""

from collections.abc import Iterable
from typing import Protocol

from django.conf import settings

from . import cloudflare, urls, varnish

BY_KIND = {"varnish": varnish.caches, "cloudflare": cloudflare.caches, "urls": urls.caches}


class Cache(Protocol):
    """A shared cache: `header` is where pages carry their names, `by_address` says that it knows no names.

    One that does not honour Vary would give the page of one reader to another kind.
    """

    header: str
    honours_vary: bool
    by_address: bool

    def __str__(self) -> str:
        """Return what operators know it by."""

    def label(self, tags: Iterable[str]) -> str:
        """Return what a page that shows these is known by, "" if it can't be kept."""

    def purge(self, names: Iterable[str]) -> None:
        """Drop what is known by these names, or raise NotPurged."""


def caches() -> list[Cache]:
    return BY_KIND[settings.SHARED_CACHE]() if settings.SHARED_CACHE else []
