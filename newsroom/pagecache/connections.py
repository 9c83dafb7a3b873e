"""Connections to the database outside of a request, where Django closes none.

The threads of a server end when there is little to do. A connection that one of them still had is lost to the pool of
PostgreSQL, and when all are lost, every query waits in vain.
"""

import time
from threading import local

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

_known = local()  # looked up at every request, Django's own way to it would cost as much as half a finished page


def give_back() -> None:
    """Close this thread's connection or return it to the pool, unless somebody's transaction is open in it."""
    own = connection_of_thread()
    if own.connection is None or own.in_atomic_block:
        return
    if own.errors_occurred or (own.close_at is not None and time.monotonic() >= own.close_at):
        own.close_if_unusable_or_obsolete()


def connection_of_thread() -> BaseDatabaseWrapper:
    if not hasattr(_known, "connection"):
        _known.connection = connections[DEFAULT_DB_ALIAS]
    return _known.connection
