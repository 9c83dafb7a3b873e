"""Which language a reader would rather have: Accept-Language (RFC 9110, 12.5.4) matched by lookup (RFC 4647, 3.4).

Django's own negotiation is not used: it takes `en;q=0` for a wish and does not know `iw` for `he`.
Qualities are whole thousandths, because 1.0 - 0.9 is less than 0.1 in floating point.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language_info, override

from . import cookies

WANTED = ("Accept-Language", "Cookie")
LONGEST_HEADER = 500
RANGE = re.compile(
    r"[ \t]*(?P<tag>\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)[ \t]*"
    r"(?:;[ \t]*q=(?P<q>0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*)?",
    re.ASCII | re.IGNORECASE,
)
LEGACY = {"iw": "he", "in": "id", "ji": "yi", "no": "nb"}
TRADITIONAL_CHINESE_REGIONS = {"tw", "hk", "mo"}


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


def canonical(tag: str) -> str:
    """Return a tag in lower case, without codes withdrawn long ago, Chinese by its script alone."""
    first, *rest = tag.lower().split("-")
    if first == "zh":
        traditional = "hant" in rest or ("hans" not in rest and TRADITIONAL_CHINESE_REGIONS & {*rest})
        return "zh-hant" if traditional else "zh-hans"
    return "-".join([LEGACY.get(first, first), *rest])


def thousandths(quality: str | None) -> int:
    whole, _point, fraction = (quality or "1").partition(".")
    return int(whole) * 1000 + int(fraction.ljust(3, "0"))


def accepted(header: str) -> list[tuple[str, int]]:
    """Return the tags a header names with their qualities, in its order; none at all if anything is malformed.

    What is said again and again counts once, so the limit of length is for what a header has to say.
    """
    parts = [part for part in dict.fromkeys(header.split(",")) if part.strip(" \t")]
    matches = [RANGE.fullmatch(part) for part in parts]
    if len(",".join(parts)) > LONGEST_HEADER or not all(matches):
        return []
    return [(canonical(match["tag"]), thousandths(match["q"])) for match in matches if match["tag"] != "*"]


def lookup(tag: str, languages: Mapping[str, str]) -> str | None:
    """Find a canonical tag among languages by cutting its end off, then its sister of another region."""
    subtags = tag.split("-")
    while subtags:
        found = languages.get("-".join(subtags))
        if found:
            return found
        subtags.pop()
        if subtags and len(subtags[-1]) == 1:
            subtags.pop()
    return sister(tag, languages)


def sister(tag: str, languages: Mapping[str, str]) -> str | None:
    """Find the same language of another region: a reader of pt-PT can read pt-BR. Scripts are never mixed."""
    first, *rest = tag.split("-")
    if any(len(subtag) == 4 and subtag.isalpha() for subtag in rest):
        return None
    regional = re.compile(rf"{first}-(?:[a-z]{{2}}|[0-9]{{3}})")
    return next((code for known, code in languages.items() if regional.fullmatch(known)), None)


def qualities(header: str, languages: Iterable[str]) -> dict[str, int]:
    """Return how dear each of `languages` is to the reader, in thousandths; the unwanted are absent."""
    ranges = accepted(header)
    refused = {tag for tag, quality in ranges if not quality}
    known = {canonical(code): code for code in languages if canonical(code) not in refused}
    found: dict[str, int] = {}
    for tag, quality in ranges:
        code = lookup(tag, known)
        if code and quality > found.get(code, 0):
            found[code] = quality
    return found


def preferred(header: str, languages: Iterable[str]) -> str | None:
    """Return the dearest of `languages`, the earlier one in the header if two are alike."""
    found = qualities(header, languages)
    return max(found, key=found.__getitem__, default=None)


def better_than(page: str, header: str, languages: Iterable[str]) -> str | None:
    """Return the dearest of `languages` if it is dearer than the page's own by PROMPT_GAP."""
    found = qualities(header, [page, *languages])
    best = max(found, key=found.__getitem__, default=page)
    if best == page or found[best] - found.get(page, 0) < settings.PROMPT_GAP:
        return None
    return best


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
    if language is None:
        return None
    return Offer(language, request.alternates[language], is_older=language in request.older_alternates)
