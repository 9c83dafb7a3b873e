"""Any cache that drops a page by its address, one request for each, to one endpoint.

`PURGE /uk/misto/` with the page's own Host, as most caches understand it; or a POST of {"url": "https://…"}, for
whatever stands between us and a service of another kind. Nobody says that it tells readers apart.
"""

import json
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings

from .names import ALL
from .sending import send


class Addresses:
    header = ""
    honours_vary = False
    by_address = True

    def __init__(self, endpoint: str, method: str, token: str) -> None:
        self.endpoint = endpoint
        self.method = method
        self.authorization = {"Authorization": f"Bearer {token}"} if token else {}

    def __str__(self) -> str:
        # Never the query, which may hold a key.
        return f"{self.method} {self.endpoint.partition('?')[0]}"

    def label(self, tags: Iterable[str]) -> str:
        return ALL

    def purge(self, names: Iterable[str]) -> None:
        ask = self._post if self.method == "POST" else self._purge
        for address in names:
            ask(address)

    def _post(self, address: str) -> None:
        headers = self.authorization | {"Content-Type": "application/json"}
        send("POST", self.endpoint, headers, json.dumps({"url": address}).encode())

    def _purge(self, address: str) -> None:
        page, cache = urlsplit(address), urlsplit(self.endpoint)
        target = page._replace(scheme=cache.scheme, netloc=cache.netloc).geturl()
        send("PURGE", target, self.authorization | {"Host": page.netloc})


def caches() -> list[Addresses]:
    (endpoint,) = settings.SHARED_CACHE_ADDRESSES
    return [Addresses(endpoint, settings.SHARED_CACHE_METHOD, settings.SHARED_CACHE_TOKEN)]
