"""What the pages of topics, sources, authors, speakers and categories have in common."""

from collections.abc import Mapping
from contextlib import suppress

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from articles.models.listings import Listing
from articles.models.naming import Named
from articles.paths import path_of
from articles.shown import shows, shows_list, tag_of
from newsroom.search.backends.pages import Away

from . import alternates
from .beside import Beside, beside
from .cards import Card
from .feeds import SIZE, stories_feed
from .keyset import page_of
from .views.errors import NotHere


def subject_at(kind: type[Named], slug: str) -> Named:
    """Return what stands or once stood at a slug of the page's language; raises Http404."""
    subject = kind.at(get_language(), slug)
    if subject is None:
        raise Http404
    shows(subject, "about", get_language())
    return subject


def moved(subject: Named, slug: str) -> HttpResponsePermanentRedirect | None:
    """Return the way to a subject that stands elsewhere now."""
    if subject.slug_in(get_language()) == slug:
        return None
    return HttpResponsePermanentRedirect(subject.get_absolute_url())


def be_here(request: HttpRequest, addresses: Mapping[str, str]) -> None:
    """Give a page its addresses; raises NotHere when the page's own language is none of them."""
    if get_language() not in addresses:
        raise NotHere(addresses)
    request.alternates = addresses


def stories_tag(subject: Named) -> str:
    """Return the tag of the list of a subject's stories in the page's language."""
    return tag_of(subject, "stories", get_language())


def rows_of(listing: type[Listing], subject: Named) -> QuerySet[Listing]:
    """Return what is listed under a subject in the page's language, newest first, with what is to come."""
    return listing.objects.filter(subject=subject, language=get_language()).newest_first()


def with_cards(rows: QuerySet[Listing]) -> QuerySet[Listing]:
    related = rows.select_related("edition__category", "edition__picture")
    return related.prefetch_related("edition__picture__renditions")


def show_stories(request: HttpRequest, kind: type[Named], listing: type[Listing], slug: str) -> HttpResponse:
    """Show the stories about, from or by somebody or something, in the template named after the kind."""
    subject = subject_at(kind, slug)
    if way := moved(subject, slug):
        return way
    be_here(request, alternates.of_listed(subject, listing))
    rows, older_url = page_of(with_cards(rows_of(listing, subject)), request, stories_tag(subject))
    name = kind._meta.model_name
    stories = [Card(row.edition) for row in rows]
    context = {name: subject, "title": str(subject), "stories": stories, "older_url": older_url}
    context["feed"] = path_of(f"{name}-feed", get_language(), slug)
    if "before" not in request.GET:
        context["beside"] = told_beside(subject, listing)
    return render(request, f"articles/{name}.html", context)


def told_beside(subject: Named, listing: type[Listing]) -> Beside | None:
    """Return what goes with a subject; nothing while the index doesn't answer."""
    with suppress(Away):
        return beside(subject, listing)


def feed_of_stories(request: HttpRequest, kind: type[Named], listing: type[Listing], slug: str) -> HttpResponse:
    """Give the newest stories about, from or by somebody or something."""
    subject = subject_at(kind, slug)
    name = kind._meta.model_name
    if subject.slug_in(get_language()) != slug:
        return HttpResponsePermanentRedirect(path_of(f"{name}-feed", get_language(), subject.slug_in(get_language())))
    rows = list(with_cards(rows_of(listing, subject)).visible()[:SIZE])
    if not rows:
        raise NotHere(alternates.of_listed(subject, listing))
    shows_list(stories_tag(subject), rows, size=SIZE)
    return stories_feed(request, str(subject), subject.get_absolute_url(), [Card(row.edition) for row in rows])
