"""Search, whoever answers: the one place the newspaper asks and tells."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from .backends.pages import Answer, Order
from .entries import Entry
from .queries import Query


class Backend(Protocol):
    """An index of documents; what each method means is said in backends/database.py."""

    def index(self, entries: Iterable[Entry]) -> None: ...

    def remove(self, owners: Collection[int]) -> None: ...

    def search(self, query: Query, order: Order, page: slice) -> Answer: ...

    def count(self, query: Query) -> int: ...


DATABASE = "newsroom.search.backends.database.DatabaseBackend"
TYPESENSE = "newsroom.search.backends.typesense.TypesenseBackend"


def backend() -> Backend:
    """Return who answers: Typesense where its address is set, else the database."""
    return _made(TYPESENSE if settings.TYPESENSE_URL else DATABASE)


@lru_cache
def _made(path: str) -> Backend:
    return import_string(path)()
