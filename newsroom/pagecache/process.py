"""The page cache of this process."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from .counter import counter_at
from .edge import Edge
from .endings import at_the_end
from .feed import Feed
from .neutral import Application
from .store import Store
from .tags import Stale

_kept: list[Edge] = []


def serve(application: Application) -> Edge:
    """Put the page cache of this process in front of a WSGI application."""
    _kept[:] = [edge_around(application)]
    at_the_end(_kept[0].readings.write)
    return _kept[0]


def edge_of_process() -> Edge | None:
    """Return the page cache of this process; a command has none."""
    return _kept[0] if _kept else None


def edge_around(application: Application) -> Edge:
    """Return a page cache around a WSGI application, as settings.PAGECACHE_… say."""
    store = Store(settings.PAGECACHE_ROOM)
    due = import_string(settings.PAGECACHE_DUE) if settings.PAGECACHE_DUE else nothing_due
    readers = import_string(settings.PAGECACHE_READERS)()
    return Edge(application, store, Feed(store, counter_at(settings.PAGECACHE_COUNTER), due), readers)


def nothing_due(since: datetime, until: datetime) -> tuple[Iterable[Stale], None]:
    return (), None
