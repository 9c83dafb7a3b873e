"""Pages of a long list by the place of their last row, because OFFSET reads all it skips.

Measured in a million rows: a page deep in the archive in 0.4 ms instead of 928.
"""

import re
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import ClassVar, Self, TypeVar
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from articles.models import Quote
from articles.models.listings import Listing
from articles.shown import shows_list

SIZE = 20
Row = TypeVar("Row", Listing, Quote)
MOMENT = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})Z"


@dataclass(frozen=True)
class Place:
    """Where a row stands in a list that begins with the newest."""

    FORMAT: ClassVar = re.compile(rf"{MOMENT}_(\d{{1,18}})", re.ASCII)

    publish_at: datetime
    edition_id: int

    def __str__(self) -> str:
        moment, *numbers = astuple(self)
        written = moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
        return "_".join([f"{written}Z", *map(str, numbers)])

    @classmethod
    def of(cls, row: Listing) -> Self:
        return cls(row.publish_at, row.edition_id)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a place from an address; raises Http404 for what we never wrote."""
        found = cls.FORMAT.fullmatch(text)
        if found is None:
            raise Http404
        moment, *numbers = found.groups()
        try:
            return cls(datetime.fromisoformat(moment).replace(tzinfo=UTC), *map(int, numbers))
        except ValueError as error:
            raise Http404 from error

    def older(self, rows: QuerySet) -> QuerySet:
        # The first filter looks needless; without it neither database walks the index (124 ms against 0.4).
        rows = rows.filter(publish_at__lte=self.publish_at)
        return rows.filter(Q(publish_at__lt=self.publish_at) | self.same_moment())

    def same_moment(self) -> Q:
        """Return what stands behind this row among those of its moment."""
        return Q(edition_id__lt=self.edition_id)


@dataclass(frozen=True)
class PlaceInStory(Place):
    """Where a quote stands among all quotes: a page may end in the middle of a story."""

    FORMAT: ClassVar = re.compile(rf"{MOMENT}_(\d{{1,18}})_(\d{{1,5}})", re.ASCII)

    position: int

    @classmethod
    def of(cls, row: Quote) -> Self:
        return cls(row.publish_at, row.edition_id, row.position)

    def same_moment(self) -> Q:
        return super().same_moment() | Q(edition_id=self.edition_id, position__gt=self.position)


def page_of(
    rows: QuerySet[Row], request: HttpRequest, tag: str, kind: type[Place] = Place
) -> tuple[list[Row], str | None]:
    """Return the visible rows of a list that `?before=` asks for, newest first, and the address of the page after it.

    `tag` is that of the list, `kind` the kind of place that a row of it has. Raises Http404 beyond the last page.
    """
    before = request.GET.get("before")
    place = kind.read(before) if before is not None else None
    if place:
        rows = place.older(rows)
    # After the place, because SQLite looks rows up by the first bound and reads all that another leaves out.
    found = list(rows.visible()[: SIZE + 1])
    shows_list(tag, found, size=SIZE + 1, until=place.publish_at if place else None)
    if place and not found:
        raise Http404
    if len(found) <= SIZE:
        return found, None
    return found[:SIZE], f"{request.path}?{urlencode({'before': kind.of(found[SIZE - 1])})}"
