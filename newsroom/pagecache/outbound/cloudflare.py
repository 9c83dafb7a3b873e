"""Cloudflare: pages carry their names in Cache-Tag, and its API drops all of some names.

Its limits, as it states them: 16 KB of tags on a page, 100 of them in a request. It does not tell readers apart
unless a Cache Rule does (docs/caches.md), so it gets the page of a first-time reader only.
"""

import json
from collections.abc import Iterable

from django.conf import settings

from .names import batches, known_by
from .sending import send

API = "https://api.cloudflare.com/client/v4"
HEADER = {"most": 1000, "longest": 15_000}  # names, letters
REQUEST = {"most": 100, "longest": 100_000}


class Cloudflare:
    header = "Cache-Tag"
    honours_vary = False
    by_address = False

    def __init__(self, zone: str, token: str) -> None:
        self.zone = zone
        self.token = token

    def __str__(self) -> str:
        return f"Cloudflare {self.zone}"

    def label(self, tags: Iterable[str]) -> str:
        return known_by(tags, ",", **HEADER)

    def purge(self, names: Iterable[str]) -> None:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        for batch in batches(names, **REQUEST):
            send("POST", f"{API}/zones/{self.zone}/purge_cache", headers, json.dumps({"tags": batch}).encode())


def caches() -> list[Cloudflare]:
    return [Cloudflare(settings.SHARED_CACHE_ZONE, settings.SHARED_CACHE_TOKEN)]
