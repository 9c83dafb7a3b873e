"""What was said, as the quote bank, the pages of speakers and the page of a quote show it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from django.utils import timezone
from django.utils.translation import get_language

from articles.models import Quote
from articles.models.quotes import QuoteQuerySet
from articles.shown import named
from newsroom.pagecache.tags import show

from . import columns

FACE = "speaker__portrait"
QUOTES = (
    Quote.objects.select_related("edition__category", "office", "source", FACE)
    .prefetch_related(f"{FACE}__renditions")
    .only(
        "language", "publish_at", "withdraw_at", "block_uid", "position", "words", "attribution", "original_words",
        "original_language", "said_on", "edition__article", "edition__stage", "edition__publish_at",
        "edition__withdraw_at", "edition__headline", "speaker__wikidata", "office__speaker",
        *columns.address("edition"), *columns.names("speaker"), *columns.pictures(FACE), *columns.titles("office"),
        *columns.names("source"),
    )
)  # fmt: skip


def quotes_here() -> QuoteQuerySet:
    """Return what was said in the page's language, newest first, with what is to come."""
    return QUOTES.filter(language=get_language()).newest_first()


def shows_quotes(quotes: Sequence[Quote], part: str = "said") -> None:
    """Say that a page shows quotes and the headlines of their stories.

    `part` names what it shows of a story: all that is "said", or what one speaker says.
    """
    for edition in dict.fromkeys(quote.edition_id for quote in quotes):
        show(named("edition", edition, part), named("edition", edition, "headline"))


def introduced(quotes: Sequence[Quote]) -> None:
    """Say of each quote whether the one before it is of the same story, speaker and office: then `again` is true."""
    heard = None
    for quote in quotes:
        somebody = quote.edition_id, quote.speaker_id, quote.office_id, quote.attribution
        quote.again, heard = somebody == heard, somebody


def by_day(quotes: Iterable[Quote]) -> list[dict]:
    """Return quotes under the `date` on which they were published."""
    return [{"date": day, "quotes": list(said)} for day, said in groupby(quotes, key=_published_on)]


def _published_on(quote: Quote) -> date:
    return timezone.localdate(quote.publish_at)
