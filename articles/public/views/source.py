from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Source, SourceListing
from newsroom.pagecache.pages import page

from ..subjects import feed_of_stories, show_stories


@page(params=["before"])
@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    return show_stories(request, Source, SourceListing, slug)


@page()
@require_safe
def source_feed(request: HttpRequest, slug: str) -> HttpResponse:
    return feed_of_stories(request, Source, SourceListing, slug)
