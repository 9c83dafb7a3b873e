from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.shown import day_in, days_in
from newsroom.pagecache.pages import page
from newsroom.pagecache.tags import Span, show

from .. import alternates
from ..cards import Card
from ..dates import bounds
from .errors import NotHere


@page()
@require_safe
def archive(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show all of a day, and the way to the days before and after it that have stories."""
    that_day = day_at(year, month, day)
    begin, end = bounds(that_day)
    editions = Edition.objects.filter(language=get_language()).newest_first()
    # Visibility comes last, because SQLite looks rows up by the first bound and reads all that another leaves out.
    stories = list(editions.filter(publish_at__gte=begin, publish_at__lt=end).visible().as_cards())
    before = editions.filter(publish_at__lt=begin).visible().first()
    after = editions.filter(publish_at__gte=end).visible().last()
    addresses = alternates.of_day(that_day)
    if not stories and outside(that_day, before):
        raise NotHere(addresses)
    request.alternates = addresses
    show(day_in(that_day, get_language()))
    show(days_in(get_language()), span=between(day_of(before), day_of(after)))
    context = {
        "title": that_day,
        "date": that_day,
        "stories": [Card(edition) for edition in stories],
        "previous_day": day_of(before),
        "next_day": day_of(after),
    }
    return render(request, "articles/archive.html", context)


def day_at(year: int, month: int, day: int) -> date:
    """Read a day; raises Http404 for one that no calendar has."""
    try:
        found = date(year, month, day)
        bounds(found)
    except (ValueError, OverflowError) as error:
        raise Http404 from error
    return found


def outside(day: date, before: Edition | None) -> bool:
    """Tell whether an empty day lies before the first story or in the future. Today is always a page."""
    today = timezone.localdate()
    return day > today or (day < today and before is None)


def between(previous: date | None, following: date | None) -> Span:
    """Return the time in which a day that gets its first story, or loses its last, changes where the page leads."""
    return Span(bounds(previous)[0] if previous else None, bounds(following)[1] if following else None)


def day_of(edition: Edition | None) -> date | None:
    return timezone.localdate(edition.publish_at) if edition else None
