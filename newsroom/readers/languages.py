"""The languages of the newspaper: their names and addresses, and which of them a reader would rather have."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language_info, override

from . import cookies
from .bots import is_bot
from .matching import preferred, qualities

WANTED = ("Accept-Language", "Cookie")


@dataclass(frozen=True)
class Offer:
    """A language in which this very page exists and which the reader prefers."""

    language: str
    url: str
    is_older: bool = False

    @property
    def direction(self) -> str:
        return direction(self.language)


def direction(language: str) -> str:
    """Return ltr or rtl."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def own_name(language: str) -> str:
    """Return what a language calls itself, as it stands in a list: Українська, English, Polski."""
    name = get_language_info(language)["name_local"]
    return name[:1].upper() + name[1:]


def in_address(path: str) -> str | None:
    """Return the language that a path begins with, as in /uk/…, if it is one of ours."""
    code = path.split("/", 2)[1] if path.startswith("/") else ""
    return code if code in dict(settings.LANGUAGES) else None


def addresses(name: str) -> dict[str, str]:
    """Return the paths, by language, of a page that exists in all of them; `name` is its URL's."""
    paths = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            paths[code] = reverse(name)
    return paths


def better_than(page: str, header: str, languages: Iterable[str]) -> str | None:
    """Return the dearest of `languages` if it is dearer than the page's own by PROMPT_GAP.

    With PROMPT_STRICT a page's own language need only be accepted, however little it is liked.
    """
    found = qualities(header, [page, *languages])
    best = max(found, key=found.__getitem__, default=page)
    if best == page or (settings.PROMPT_STRICT and page in found):
        return None
    return best if found[best] - found.get(page, 0) >= settings.PROMPT_GAP else None


def chosen(request: HttpRequest) -> str | None:
    """Return the language this reader chose here, if it is one of ours."""
    code = cookies.read(request, cookies.LANGUAGE)
    return code if code in dict(settings.LANGUAGES) else None


def wanted(request: HttpRequest) -> str:
    """Return the language a reader chose here, or prefers, or else the site's own; an answer by it varies by WANTED."""
    header = request.headers.get("Accept-Language", "")
    return chosen(request) or preferred(header, dict(settings.LANGUAGES)) or settings.LANGUAGE_CODE


def offer_to(request: HttpRequest) -> Offer | None:
    """Return the better language for this reader of this page, or None when there is nothing to ask.

    Reads `request.alternates`, so it can be asked only after the view has filled it.
    """
    if not request.alternates or chosen(request) or cookies.read(request, cookies.PROMPT) == "0":
        return None
    header = request.headers.get("Accept-Language", "")
    language = better_than(request.LANGUAGE_CODE, header, request.alternates)
    if not language or is_bot(request.headers.get("User-Agent", "")):
        return None
    return Offer(language, request.alternates[language], is_older=language in request.older_alternates)
