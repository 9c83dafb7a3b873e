"""What happens to pages by the clock alone: a story goes live, comes off the site, or is breaking news no longer."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from newsroom.pagecache.tags import Stale

from ..models import Edition
from ..models.edition import IS_PUBLISHED
from ..shown import breaking_in
from .changes import Seen

COMES_OR_GOES = ("publish_at", "withdraw_at")
MOMENTS = (*COMES_OR_GOES, "breaking_until")


def due(since: datetime, until: datetime) -> tuple[set[Stale], datetime | None]:
    """Return what changed after `since`, up to `until`, and the moment of the next change, if one is set."""
    changes = {change for edition in between(since, until) for change in Seen(edition, visible=True).everything(since)}
    changes |= {Stale(breaking_in(edition.language)) for edition in passed("breaking_until", since, until)}
    return changes, min(filter(None, (next_of(field, until) for field in MOMENTS)), default=None)


def between(since: datetime, until: datetime) -> Iterator[Edition]:
    """Give the editions that came or went after a moment, up to another."""
    for field in COMES_OR_GOES:
        yield from passed(field, since, until).select_related("live", "category__parent")


def passed(field: str, since: datetime, until: datetime) -> QuerySet[Edition]:
    return after(field, since).filter(**{f"{field}__lte": until})


def next_of(field: str, moment: datetime) -> datetime | None:
    return after(field, moment).order_by(field).values_list(field, flat=True).first()


def after(field: str, moment: datetime) -> QuerySet[Edition]:
    """Return the editions with a moment after another; each column has an index of those that are published."""
    return Edition.objects.filter(IS_PUBLISHED, **{f"{field}__isnull": False, f"{field}__gt": moment})
