from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Author, AuthorListing
from newsroom.pagecache.pages import page

from ..subjects import feed_of_stories, show_stories


@page(params=["before"])
@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    return show_stories(request, Author, AuthorListing, slug)


@page()
@require_safe
def author_feed(request: HttpRequest, slug: str) -> HttpResponse:
    return feed_of_stories(request, Author, AuthorListing, slug)
