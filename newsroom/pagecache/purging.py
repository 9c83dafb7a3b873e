"""How a change is told to everybody who keeps pages.

The rows are written with the change itself, so they can't be lost: they are visible from its commit on. The counter
is touched after the commit. A row is looked for during the minute that it bears, so a transaction that took longer
writes its rows again when it is over. Shared caches are told last: before we know ourselves they would fetch the old
page again, and keep it.
"""

from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from .counter import counter_at
from .models import Errand, Purge
from .outbound.caches import caches
from .outbound.courier import dispatch, keep
from .outbound.names import dropped_by
from .tags import EVERYTHING, Stale

LONG = timedelta(seconds=20)  # of a transaction
KEPT = timedelta(hours=1)


def purge(*changes: str | Stale) -> None:
    """Say that whatever shows these is stale from the commit on; of a list a Stale with the row's moment."""
    found = {change if isinstance(change, Stale) else Stale(change) for change in changes}
    if found and is_migrated():
        rows, errands = log(found), errands_for(found)
        transaction.on_commit(lambda: announce(rows))
        transaction.on_commit(lambda: dispatch(errands))
        transaction.on_commit(prune, robust=True)


def purge_everything() -> None:
    purge(EVERYTHING)


@lru_cache
def _has_tables(database: str) -> bool:
    return {Purge._meta.db_table, Errand._meta.db_table} <= set(connection.introspection.table_names())


def is_migrated() -> bool:
    """Tell whether the log exists: while the first migrations run nobody keeps pages yet."""
    if not _has_tables(connection.settings_dict["NAME"]):
        _has_tables.cache_clear()
        return False
    return True


def log(changes: Iterable[Stale]) -> list[Purge]:
    return Purge.objects.bulk_create(
        [Purge(tag=change.tag, moment=change.moment) for change in sorted(changes, key=str)]
    )


def errands_for(changes: Iterable[Stale]) -> list[Errand]:
    """Write down what each shared cache will have to drop; those that know addresses only are told of them later."""
    names = " ".join(dropped_by(changes))
    return keep([Errand(cache=str(cache), names=names) for cache in caches() if not cache.by_address])


def announce(rows: list[Purge]) -> None:
    """Wake the processes of this machine; those of others look four times a second."""
    now = timezone.now()
    if now - rows[0].at > LONG:
        log(Stale(row.tag, row.moment) for row in rows)
    counter_at(settings.PAGECACHE_COUNTER).touch()


def prune() -> None:
    Purge.objects.filter(at__lt=timezone.now() - KEPT).delete()
