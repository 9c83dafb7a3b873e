"""Pages of a long list by the place of their last row, because OFFSET reads all it skips.

Measured in a million rows: a page deep in the archive in 0.4 ms instead of 928.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from articles.models.listings import Listing
from articles.shown import shows_list

SIZE = 20
FORMAT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})Z_(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Place:
    """Where a row stands in a list that begins with the newest."""

    publish_at: datetime
    edition_id: int

    def __str__(self) -> str:
        moment = self.publish_at.astimezone(UTC).replace(tzinfo=None)
        return f"{moment.isoformat(timespec='microseconds')}Z_{self.edition_id}"

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a place from an address; raises Http404 for what we never wrote."""
        found = FORMAT.fullmatch(text)
        try:
            return cls(datetime.fromisoformat(found[1]).replace(tzinfo=UTC), int(found[2]))
        except (TypeError, ValueError) as error:
            raise Http404 from error

    def older(self, rows: QuerySet) -> QuerySet:
        # The first filter looks needless; without it neither database walks the index (124 ms against 0.4).
        same_moment = Q(edition_id__lt=self.edition_id)
        return rows.filter(publish_at__lte=self.publish_at).filter(Q(publish_at__lt=self.publish_at) | same_moment)


def page_of(rows: QuerySet[Listing], request: HttpRequest, tag: str) -> tuple[list[Listing], str | None]:
    """Return the visible rows of a list that `?before=` asks for, newest first, and the address of the page after it.

    `tag` is that of the list. Raises Http404 beyond the last page.
    """
    before = request.GET.get("before")
    place = Place.read(before) if before is not None else None
    if place:
        rows = place.older(rows)
    # After the place, because SQLite looks rows up by the first bound and reads all that another leaves out.
    found = list(rows.visible()[: SIZE + 1])
    shows_list(tag, found, size=SIZE + 1, until=place.publish_at if place else None)
    if place and not found:
        raise Http404
    if len(found) <= SIZE:
        return found, None
    last = found[SIZE - 1]
    return found[:SIZE], f"{request.path}?{urlencode({'before': Place(last.publish_at, last.edition_id)})}"
