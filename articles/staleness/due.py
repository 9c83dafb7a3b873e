"""What happens to pages by the clock alone: a story goes live, or comes off the site, at a moment that was set."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from newsroom.pagecache.tags import Stale

from ..models import Edition
from ..models.edition import IS_PUBLISHED
from .changes import Seen

MOMENTS = ("publish_at", "withdraw_at")


def due(since: datetime, until: datetime) -> tuple[set[Stale], datetime | None]:
    """Return what changed after `since`, up to `until`, and the moment of the next change, if one is set."""
    changes = {change for edition in between(since, until) for change in Seen(edition, visible=True).everything(since)}
    return changes, min(filter(None, (next_of(field, until) for field in MOMENTS)), default=None)


def between(since: datetime, until: datetime) -> Iterator[Edition]:
    """Give the editions that came or went after a moment, up to another."""
    for field in MOMENTS:
        passed = after(field, since).filter(**{f"{field}__lte": until})
        yield from passed.select_related("live", "category__parent")


def next_of(field: str, moment: datetime) -> datetime | None:
    return after(field, moment).order_by(field).values_list(field, flat=True).first()


def after(field: str, moment: datetime) -> QuerySet[Edition]:
    """Return the editions with a moment after another; each column has an index of those that are published."""
    return Edition.objects.filter(IS_PUBLISHED, **{f"{field}__isnull": False, f"{field}__gt": moment})
