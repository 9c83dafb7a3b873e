"""The lists that an edition stands in, and what follows when it is the first in one or was the last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Model, QuerySet
from django.utils import timezone

from newsroom.pagecache.tags import Stale

from ..models import Category, CategoryListing, Edition, PictureListing, Quote
from ..models.listings import Listing
from ..public.dates import bounds
from ..shown import BANKS, FRONTS, day_in, days_in, languages_of_day, menu_in, named, stories_in, voices_in


@dataclass(frozen=True)
class List:
    """A list of stories in one language: its tag, its other rows, and what hangs on whether it has any."""

    tag: str
    others: QuerySet
    hinges: tuple[Stale, ...] = ()

    def turns(self, since: datetime | None = None) -> tuple[Stale, ...]:
        """Return what changes with an edition that comes or goes: something only if it stands there alone.

        What came after `since` is no company: of two that come in one moment each is the first.
        """
        others = self.others.filter(publish_at__lte=since) if since else self.others
        return self.hinges if self.hinges and not others.visible().exists() else ()


Rows = Mapping[type[Model], list[Model]]


def lists_of(edition: Edition, rows: Rows) -> Iterator[List]:
    """Give every list in which readers find a published edition; `rows` are those that list it."""
    code = edition.language
    others = Edition.objects.filter(language=code).exclude(pk=edition.pk)
    yield List(stories_in(code), others, (Stale(FRONTS),))
    yield of_its_day(edition, others)
    if rows[Quote]:
        yield List(voices_in(code), Quote.objects.filter(language=code).exclude(edition=edition.pk), (Stale(BANKS),))
    for listing in rows.keys() - {Quote, PictureListing, CategoryListing}:
        for row in rows[listing]:
            yield of_subject(row)
    for section, row in zip(edition.category.with_ancestors(), rows[CategoryListing], strict=True):
        yield of_section(section, row)


def of_its_day(edition: Edition, others: QuerySet) -> List:
    day = timezone.localdate(edition.publish_at)
    begin, end = bounds(day)
    that_day = others.filter(publish_at__gte=begin, publish_at__lt=end)
    hinges = Stale(languages_of_day(day)), Stale(days_in(edition.language), edition.publish_at)
    return List(day_in(day, edition.language), that_day, hinges)


def of_section(section: Category, row: CategoryListing) -> List:
    """Where a section has no name, neither menu nor switcher leads to it, whatever it holds."""
    found = of_subject(row)
    if not section.name_in(row.language):
        return replace(found, hinges=())
    in_menu = () if section.parent_id else (Stale(menu_in(row.language)),)
    return replace(found, hinges=(*found.hinges, *in_menu))


def of_subject(row: Listing) -> List:
    kind = row._meta.get_field("subject").related_model._meta.model_name
    others = type(row).objects.filter(subject=row.subject_id, language=row.language).exclude(edition=row.edition_id)
    listed = Stale(named(kind, row.subject_id, "listed", row.language))
    return List(named(kind, row.subject_id, "stories", row.language), others, (listed,))
