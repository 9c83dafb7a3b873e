"""What every page for readers has besides its own content."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.models import Category


def show(request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
    return render(request, template, {"menu": menu()} | context, status=status)


def menu() -> list[Category]:
    """Return the top categories that have a name in the language of the page."""
    return [category for category in Category.objects.filter(parent=None) if category.name_in(get_language())]
