"""What happens to pages by the clock alone: a story goes live, or comes off the site, at a moment that was set."""

from datetime import datetime

from newsroom.pagecache.tags import Stale

from ..models import Edition
from ..models.edition import IS_PUBLISHED
from ..models.naming import CODES
from .changes import Seen


def due(since: datetime, until: datetime) -> tuple[set[Stale], datetime | None]:
    """Return what changed after `since`, up to `until`, and the moment of the next change, if one is set."""
    went_live = Edition.objects.filter(IS_PUBLISHED, language__in=CODES, publish_at__gt=since, publish_at__lte=until)
    editions = went_live.select_related("live", "category")
    changes = {change for edition in editions for change in Seen(edition).everything()}
    following = Edition.objects.filter(IS_PUBLISHED, language__in=CODES, publish_at__gt=until).order_by("publish_at")
    return changes, following.values_list("publish_at", flat=True).first()
