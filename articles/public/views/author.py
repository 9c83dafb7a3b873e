from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Author, AuthorListing

from ..subjects import show_stories


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    return show_stories(request, Author, AuthorListing, slug)
