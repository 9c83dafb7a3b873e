from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Quote, Speaker, SpeakerListing
from articles.shown import named
from newsroom.pagecache.pages import page
from newsroom.pagecache.tags import show

from .. import alternates
from ..keyset import page_of
from ..subjects import be_here, moved, rows_of, stories_tag, subject_at


@page(params=["before"])
@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that somebody said to the paper. A page is so many stories, so none is torn in two."""
    subject = subject_at(Speaker, slug)
    if way := moved(subject, slug):
        return way
    be_here(request, alternates.of_listed(subject, SpeakerListing))
    rows, older_url = page_of(rows_of(SpeakerListing, subject), request, stories_tag(subject))
    context = {
        "speaker": subject,
        "title": str(subject),
        "office": subject.office_on(timezone.localdate()),
        "days": by_day(quotes_of(subject, rows)),
        "older_url": older_url,
    }
    return render(request, "articles/speaker.html", context)


def quotes_of(speaker: Speaker, rows: list[SpeakerListing]) -> Iterable[Quote]:
    if not rows:  # withdrawn while this page was being read
        return []
    for row in rows:
        show(*(named("edition", row.edition_id, part) for part in (f"said:{speaker.pk}", "headline")))
    quotes = Quote.objects.filter(
        speaker=speaker, language=get_language(), edition__in=[row.edition_id for row in rows]
    )
    # The editions would do; by the moments SQLite finds them without reading all that was ever said.
    quotes = quotes.filter(publish_at__range=(rows[-1].publish_at, rows[0].publish_at))
    quotes = quotes.select_related("edition__category", "office", "source").newest_first()
    return quotes.annotate(headline=F("edition__headline"))


def by_day(quotes: Iterable[Quote]) -> list[dict]:
    days = groupby(quotes, key=published_on)
    return [{"date": day, "quotes": list(quotes)} for day, quotes in days]


def published_on(quote: Quote) -> date:
    return timezone.localdate(quote.publish_at)
