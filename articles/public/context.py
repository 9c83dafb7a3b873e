"""What every page has besides its own content."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils.translation import get_language

from articles.models import Category, CategoryListing
from articles.paths import path_of
from articles.shown import menu_in, shows
from articles.templatetags.articles import name_of
from newsroom.pagecache.alike import alike
from newsroom.pagecache.tags import show

from .columns import names

SECTIONS = Category.objects.filter(parent=None).only("position", *names())


class Section(NamedTuple):
    """A top category in the menu."""

    address: str
    name: str


class Menu(NamedTuple):
    """The sections and search, and the address of the one that a page is in, if any."""

    sections: tuple[Section, ...]
    search: str
    here: str


def sections(request: HttpRequest) -> dict[str, object]:
    """Give templates `menu`, fetched only by a page that shows it."""
    return {"menu": lambda: menu_at(request.path)}


def menu_at(path: str) -> Menu:
    sections, search = alike(menu), path_of("search", get_language())
    here = next((each for each in (search, *(section.address for section in sections)) if path.startswith(each)), "")
    return Menu(sections, search, here)


def menu() -> tuple[Section, ...]:
    """Return the top categories that have a name and a story in the language of the page."""
    language = get_language()
    listed = CategoryListing.objects.visible().filter(subject=OuterRef("pk"), language=language)
    show(menu_in(language))
    found = list(SECTIONS.filter(Exists(listed)))
    named = [category for category in found if category.name_in(language)]
    for category in named if len(named) > 1 else []:
        shows(category, "place")
    return tuple(Section(category.get_absolute_url(), name_of(category)) for category in named)
