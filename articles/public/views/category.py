from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Category, CategoryListing
from newsroom.pagecache.pages import page

from .. import alternates
from ..cards import Card
from ..keyset import page_of
from ..subjects import moved, rows_of, stories_tag, subject_at, with_cards
from .errors import NotHere


@page(params=["before"])
@require_safe
def category(request: HttpRequest, category: str) -> HttpResponse:
    """Show a category with all it holds. One without a name in this language is here only if stories lead to it."""
    subject = subject_at(Category, category)
    if way := moved(subject, category):
        return way
    addresses = alternates.of_category(subject)
    rows, older_url = page_of(with_cards(rows_of(CategoryListing, subject)), request, stories_tag(subject))
    if not rows and not subject.name_in(get_language()):
        raise NotHere(addresses)
    request.alternates = addresses
    stories = [Card(row.edition) for row in rows]
    context = {"category": subject, "title": str(subject), "stories": stories, "older_url": older_url}
    return render(request, "articles/category.html", context)
