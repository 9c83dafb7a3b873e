"""What readers see of two rows that become one: exactly the pages that show either of them are made anew."""

from collections.abc import Iterator

from newsroom.pagecache.purging import purge, purge_everything
from newsroom.pagecache.tags import Stale

from ..models import Edition
from ..models.edition import is_its_time
from ..models.listings import Listing
from ..models.naming import Named
from ..shown import tag_of
from ..staleness.changes import Seen
from .relations import keys_to, rows_at

EXACT = 100  # editions; of more it takes longer to find out what changes than to make every page anew


class Pages:
    """What readers have of a duplicate, and in which languages of the one that stays, before anything moves."""

    def __init__(self, duplicate: Named, into: Named) -> None:
        self.into = into
        self.languages = _listed_in(into)
        ids = {
            pk for key in _public_keys(duplicate) for pk in rows_at(key, duplicate).values_list("edition", flat=True)
        }
        self.are_too_many = len(ids) > EXACT
        self.editions = [] if self.are_too_many else list(_with_texts(ids))
        self.before = [_seen(edition) for edition in self.editions]

    def purge(self) -> None:
        """Say what is stale, when everything has moved."""
        if self.are_too_many:
            purge_everything()
        else:
            purge(*self._changes())

    def _changes(self) -> Iterator[Stale | str]:
        for edition, before in zip(self.editions, self.before, strict=True):
            yield from before.turned_into(_seen(edition))
        for language in self.languages ^ _listed_in(self.into):
            yield tag_of(self.into, "listed", language)


def _with_texts(ids: set[int]) -> Iterator[Edition]:
    return Edition.objects.filter(pk__in=ids).select_related("live", "category__parent")


def _seen(edition: Edition) -> Seen:
    return Seen(edition, list(edition.quotes.order_by("position")))


def _public_keys(row: Named) -> list:
    return [
        key for key in keys_to(type(row)) if any(field.related_model is Edition for field in key.model._meta.fields)
    ]


def _listed_in(row: Named) -> set[str]:
    """Return the languages in which the page of a row has something to list."""
    listings = [key for key in keys_to(type(row)) if issubclass(key.model, Listing)]
    visible = [rows_at(key, row).filter(is_its_time()).order_by() for key in listings]
    return {language for rows in visible for language in rows.values_list("language", flat=True).distinct()}
