"""What every page has besides its own content."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from articles.models import Category


def sections(request: HttpRequest) -> dict[str, object]:
    """Give templates `menu`, fetched only by a page that shows it."""
    return {"menu": SimpleLazyObject(menu)}


def menu() -> list[Category]:
    """Return the top categories that have a name in the language of the page."""
    return [category for category in Category.objects.filter(parent=None) if category.name_in(get_language())]
