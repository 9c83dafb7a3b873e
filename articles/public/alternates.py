"""The addresses of one thing in every language that readers can have it in; for `request.alternates`."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language, override

from articles.models import Category, Change, Edition, Publication, Quote
from articles.models.listings import CategoryListing, Listing
from articles.models.naming import Named
from articles.paths import path_of
from articles.shown import BANKS, FRONTS, languages_of_day, quoted_in, shows, there
from newsroom.pagecache.tags import show

from . import columns
from .dates import bounds

CODES = [code for code, _name in settings.LANGUAGES]
ADDRESSES = Edition.objects.select_related("category").only(*columns.address())


def of_front() -> dict[str, str]:
    """Return the front pages that have a story, and the page's own: nobody is sent to an empty paper."""
    show(FRONTS)
    return _reversed(_filled(Edition), "front")


def of_bank() -> dict[str, str]:
    """Return the quote banks that have words in them, and the page's own."""
    show(BANKS)
    return _reversed(_filled(Quote), "quotes")


def _filled(rows: type[Edition | Quote]) -> list[str]:
    """Return the languages that have a visible row, and the page's own."""
    probes = [Exists(rows.objects.visible().filter(language=code)) for code in CODES]
    # A row to hang the probes on; without a category there is no story either.
    found = Category.objects.values_list(*probes).first() or [False] * len(CODES)
    return [code for code, has_rows in zip(CODES, found, strict=True) if has_rows or code == get_language()]


def of_quote(uid: UUID) -> dict[str, str]:
    """Return where the words of a block stand in each language whose readers can have them now."""
    show(*(quoted_in(uid, code) for code in CODES))
    found = set(Quote.objects.filter(block_uid=uid).visible().values_list("language", flat=True))
    return {code: path_of("quote", code, str(uid)) for code in CODES if code in found}


def of_edition(edition: Edition) -> dict[str, str]:
    """Return where this story stands in each language in which it is visible now."""
    show(*(there(edition.article_id, code) for code in CODES))
    siblings = ADDRESSES.filter(article_id=edition.article_id).visible()
    found = {sibling.language: sibling.get_absolute_url() for sibling in siblings}
    return {code: found[code] for code in CODES if code in found}


def older_than(edition: Edition) -> set[str]:
    """Return the languages whose readers get a text written before this edition last changed significantly."""
    if edition.last_significant_change is None:
        return set()
    siblings = Edition.objects.visible().filter(article_id=edition.article_id)
    # A small fix makes no text newer than it was.
    written = Publication.objects.filter(edition=OuterRef("pk")).exclude(change=Change.MINOR).order_by("-number")
    older = siblings.annotate(written=Subquery(written.values("when")[:1])).filter(
        written__lt=edition.last_significant_change
    )
    return set(older.values_list("language", flat=True))


def of_category(category: Category) -> dict[str, str]:
    """A category is offered in the languages in which it has a name and a story; its own page is one without, too."""
    found = {*_listed_in(category, CategoryListing), get_language()}
    return _addresses(category, (code for code in CODES if code in found and category.name_in(code)))


def of_listed(subject: Named, listing: type[Listing]) -> dict[str, str]:
    """Somebody or something listed has a page in the languages in which a visible story names it."""
    return _addresses(subject, _listed_in(subject, listing))


def _listed_in(subject: Named, listing: type[Listing]) -> list[str]:
    for code in CODES:
        shows(subject, "listed", code)
    visible = listing.objects.visible().filter(subject=subject)
    # A probe of the index for each language, however many stories there are.
    probes = [Exists(visible.filter(language=code)) for code in CODES]
    found = type(subject)._default_manager.filter(pk=subject.pk).values_list(*probes).get()
    return [code for code, exists in zip(CODES, found, strict=True) if exists]


def of_day(day: date) -> dict[str, str]:
    show(languages_of_day(day))
    begin, end = bounds(day)
    that_day = Edition.objects.filter(language__in=CODES, publish_at__gte=begin, publish_at__lt=end)
    found = set(that_day.visible().values_list("language", flat=True).distinct())
    return _reversed((code for code in CODES if code in found), "archive", day.year, day.month, day.day)


def _addresses(thing: Named, languages: Iterable[str]) -> dict[str, str]:
    found = {}
    for code in languages:
        with override(code):
            found[code] = thing.get_absolute_url()
    return found


def _reversed(languages: Iterable[str], name: str, *args: int) -> dict[str, str]:
    found = {}
    for code in languages:
        with override(code):
            found[code] = reverse(name, args=args)
    return found
