"""The quote bank, and the page of each quote in it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Edition, FormerSlug, Quote
from articles.paths import path_of
from articles.shown import named, narrowing_in, shows_list, voices_in, words_in
from newsroom.pagecache.pages import page
from newsroom.pagecache.tags import show
from newsroom.search.backends.pages import Away, Order
from newsroom.search.engine import backend

from .. import alternates, metadata
from ..feeds import SIZE, feed_of
from ..keyset import PlaceInStory, page_of
from ..quotes import QUOTES, by_day, introduced, quotes_here, shows_quotes
from ..searching.asked import AskedOfQuotes, query_of
from ..searching.facets import facets_of
from .errors import NotHere, gone
from .found_quotes import found_quotes


@page(params=["before", "q", "speaker", "topic", "source", "office", "month", "sort", "page"])
@require_safe
def quotes(request: HttpRequest) -> HttpResponse:
    """Show all that was said to the paper, or what of it is asked for.

    A page is so many quotes, because a story may have a hundred.
    """
    asked = AskedOfQuotes.of(request.GET)
    if asked.is_something:
        return found_quotes(request, asked)
    request.alternates = alternates.of_bank()
    found, older_url = page_of(quotes_here(), request, voices_in(get_language()), PlaceInStory)
    shows_quotes(found)
    introduced(found)
    context = {
        "title": _("Quotes"),
        "asked": asked,
        "days": by_day(found),
        "older_url": older_url,
        "feed": path_of("quotes-feed", get_language()),
    }
    if "before" not in request.GET:
        context |= narrowing(asked)
    return render(request, "articles/quotes.html", context)


def narrowing(asked: AskedOfQuotes) -> dict[str, object]:
    """Return by what the bank can be narrowed down; nothing while the index doesn't answer."""
    show(narrowing_in(get_language()))
    query = query_of(asked, {}, get_language())
    try:
        found = backend().search(query, Order.NEWEST, slice(0))
    except Away:
        return {}
    # One more than there are, so that what all have in common is named too.
    return {"facets": list(facets_of(asked, found.marks, found.total + 1))}


@page()
@require_safe
def quotes_feed(request: HttpRequest) -> HttpResponse:
    found = list(quotes_here().visible()[:SIZE])
    shows_list(voices_in(get_language()), found, size=SIZE)
    shows_quotes(found)
    return feed_of(request, _("Quotes"), "quotes", found)


@page()
@require_safe
def quote(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show one quote with all that is known of it."""
    said = QUOTES.filter(block_uid=uid, language=get_language()).first()
    addresses = alternates.of_quote(uid)
    edition = said.edition if said else edition_left_by(uid)
    if edition is None:
        raise NotHere(addresses)
    if edition.is_withdrawn:
        return gone(request, addresses, edition.withdraw_at)
    if not edition.is_visible:
        raise NotHere(addresses)
    if said is None:
        return gone(request, addresses, None, story=edition.get_absolute_url())
    request.alternates = addresses
    return show_quote(request, said)


def edition_left_by(uid: UUID) -> Edition | None:
    """Return the edition that words of a block once stood in, in the page's language."""
    former = FormerSlug.objects.filter(kind="quote", language=get_language(), slug=str(uid)).first()
    return Edition.objects.select_related("category").filter(pk=former.object_id).first() if former else None


def show_quote(request: HttpRequest, quote: Quote) -> HttpResponse:
    show(words_in(quote.block_uid, quote.language))
    show(*(named("edition", quote.edition_id, part) for part in ("headline", "publish_at")))
    somebody = str(quote.speaker or quote.attribution)
    context = {"quote": quote, "title": somebody, "metadata": metadata.of_quote(quote)}
    return render(request, "articles/quote.html", context)
