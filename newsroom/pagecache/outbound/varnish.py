"""Varnish with its module xkey: pages carry their names in a header, and one request drops all of some names.

docs/varnish.vcl is what it runs. Every Varnish is told by itself.
"""

from collections.abc import Iterable

from django.conf import settings

from .names import batches, known_by
from .sending import send

HEADER = {"most": 300, "longest": 6000}  # names, letters; see names.py


class Varnish:
    header = "xkey"
    honours_vary = True
    by_address = False

    def __init__(self, address: str) -> None:
        self.address = address

    def __str__(self) -> str:
        return f"Varnish {self.address}"

    def label(self, tags: Iterable[str]) -> str:
        return known_by(tags, " ", **HEADER)

    def purge(self, names: Iterable[str]) -> None:
        for batch in batches(names, **HEADER):
            send("PURGE", self.address, {"xkey": " ".join(batch)})


def caches() -> list[Varnish]:
    return [Varnish(address) for address in settings.SHARED_CACHE_ADDRESSES]
