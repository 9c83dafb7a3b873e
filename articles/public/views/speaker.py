from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Office, Quote, Speaker, SpeakerListing
from articles.models.quotes import QuoteQuerySet
from articles.paths import path_of
from articles.shown import shows, shows_list
from newsroom.pagecache.pages import page

from .. import alternates, metadata
from ..feeds import SIZE, feed_of
from ..keyset import page_of
from ..quotes import by_day, quotes_here, shows_quotes
from ..subjects import be_here, moved, rows_of, stories_tag, subject_at
from .errors import NotHere

MOST_COUNTED = 500  # quotes of a speaker; to count more would take longer than all the rest of their page


@dataclass(frozen=True)
class Said:
    """How many quotes of a speaker there are, and in how many stories; `is_more` than were counted."""

    quotes: int
    stories: int

    @property
    def is_more(self) -> bool:
        return self.quotes > MOST_COUNTED


@page(params=["before"])
@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that somebody said to the paper. A page is so many stories, so none is torn in two."""
    subject = subject_at(Speaker, slug)
    if way := moved(subject, slug):
        return way
    be_here(request, alternates.of_listed(subject, SpeakerListing))
    prefetch_related_objects([subject], "offices", "portrait__renditions")
    rows, older_url = page_of(rows_of(SpeakerListing, subject), request, stories_tag(subject))
    office = subject.office_on(timezone.localdate())
    context = {
        "speaker": subject,
        "title": str(subject),
        "office": office,
        "said": None if "before" in request.GET else counted(subject),
        "days": by_day(since_then(quotes_in(subject, rows), office)),
        "older_url": older_url,
        "feed": feed_at(subject),
        "most_counted": MOST_COUNTED,
        "metadata": metadata.of_speaker(subject, office),
    }
    return render(request, "articles/speaker.html", context)


@page()
@require_safe
def speaker_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the newest words of a speaker."""
    subject = subject_at(Speaker, slug)
    if subject.slug_in(get_language()) != slug:
        return HttpResponsePermanentRedirect(feed_at(subject))
    found = list(quotes_of(subject).visible()[:SIZE])
    if not found:
        raise NotHere(alternates.of_listed(subject, SpeakerListing))
    shows_list(stories_tag(subject), found, size=SIZE)
    shows_quotes(found, f"said:{subject.pk}")
    return feed_of(request, str(subject), "speaker", found, subject.slug_in(get_language()))


def feed_at(speaker: Speaker) -> str:
    return path_of("speaker-feed", get_language(), speaker.slug_in(get_language()))


def counted(speaker: Speaker) -> Said:
    shows(speaker, "counted", get_language())
    quotes = Quote.objects.filter(speaker=speaker, language=get_language()).visible()
    some = quotes[: MOST_COUNTED + 1]
    return Said(**some.aggregate(quotes=Count("pk"), stories=Count("edition", distinct=True)))


def quotes_of(speaker: Speaker) -> QuoteQuerySet:
    return quotes_here().filter(speaker=speaker)


def quotes_in(speaker: Speaker, rows: Sequence[SpeakerListing]) -> list[Quote]:
    """Return what a speaker says in the stories that these rows list."""
    if not rows:  # withdrawn while this page was being read
        return []
    # The editions would do; by the moments SQLite finds them without reading all that was ever said.
    moments = rows[-1].publish_at, rows[0].publish_at
    editions = [row.edition_id for row in rows]
    found = list(quotes_of(speaker).filter(edition__in=editions, publish_at__range=moments))
    shows_quotes(found, f"said:{speaker.pk}")
    return found


def since_then(quotes: list[Quote], now: Office | None) -> list[Quote]:
    """Give each quote `office_then`: the office held when it was said, if it is another than now."""
    for quote in quotes:
        quote.office_then = None if quote.office == now else quote.office
    return quotes
