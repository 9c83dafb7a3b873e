"""Accept-Language (RFC 9110, 12.5.4) against the languages there are, by lookup (RFC 4647, 3.4).

Django's own negotiation is not used: it takes `en;q=0` for a wish and does not know `iw` for `he`.
Qualities are whole thousandths, because 1.0 - 0.9 is less than 0.1 in floating point.

Of langcodes only the tables are read. Its `Language` keeps every tag it ever saw for good, and tags come from
strangers; its `closest_match` offers what is near, and to a reader of `ru` that may be `uk`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from langcodes.data_dicts import (
    LANGUAGE_REPLACEMENTS,
    LIKELY_SUBTAGS,
    NORMALIZED_MACROLANGUAGES,
    TERRITORY_REPLACEMENTS,
)

LONGEST_HEADER = 500
RANGE = re.compile(
    r"[ \t]*(?P<tag>\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)[ \t]*"
    r"(?:;[ \t]*q=(?P<q>0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*)?",
    re.ASCII | re.IGNORECASE,
)
REGION = re.compile(r"[a-z]{2}|[0-9]{3}")
TAG = re.compile(
    rf"(?P<language>[a-z]{{2,8}})(?:-(?P<script>[a-z]{{4}}))?(?:-(?P<region>{REGION.pattern}))?(?P<rest>(?:-[a-z0-9]+)*)"
)
# langcodes lets the roof over Bokmål and Nynorsk stand; browsers that say `no` mean Bokmål.
OVERARCHING = NORMALIZED_MACROLANGUAGES | {"no": "nb"}


def canonical(tag: str) -> str:
    """Return a tag in lower case, withdrawn codes renewed, with its script if that isn't the language's usual one.

    Chinese always has its script, so that cutting the end off never leads from one of its scripts to the other.
    """
    found = TAG.fullmatch(renewed(tag.lower()))
    if not found:
        return tag.lower()
    language, script, region, rest = found["language"], found["script"], found["region"] or "", found["rest"]
    region = TERRITORY_REPLACEMENTS.get(region, region).lower()
    script = script or likely_script(language, region)
    if script == likely_script(language) and language != "zh":
        script = ""
    return "-".join(filter(None, [language, script, region])) + rest


def renewed(tag: str) -> str:
    """Replace what a lower-case tag begins with, if that was withdrawn: iw, zh-yue, no-nyn."""
    subtags = tag.split("-")
    for length in (3, 2, 1):
        new = LANGUAGE_REPLACEMENTS.get("-".join(subtags[:length]))
        if new:
            subtags[:length] = new.lower().split("-")
            break
    return "-".join([OVERARCHING.get(subtags[0], subtags[0]), *subtags[1:]])


def likely_script(language: str, region: str = "") -> str:
    """Return the script a language is likely to be written in, there or at home; none if nobody knows."""
    likely = LIKELY_SUBTAGS.get(f"{language}-{region.upper()}") or LIKELY_SUBTAGS.get(language, "")
    return likely.split("-")[1].lower() if likely else ""


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


def shortened(tag: str) -> Iterator[str]:
    """Give a tag and what is left of it as its end is cut off, subtag by subtag."""
    subtags = tag.split("-")
    while subtags:
        yield "-".join(subtags)
        subtags.pop()
        if subtags and len(subtags[-1]) == 1:
            subtags.pop()


def lookup(tag: str, languages: Mapping[str, str]) -> str | None:
    """Find a canonical tag among languages by cutting its end off; before its script goes, its sisters are asked."""
    found = TAG.fullmatch(tag)
    base = tag[: found.end("script") if found["script"] else found.end("language")] if found else ""
    for shorter in shortened(tag):
        code = languages.get(shorter) or (sister(base, languages) if shorter == base else None)
        if code:
            return code
    return None


def sister(base: str, languages: Mapping[str, str]) -> str | None:
    """Find the first language of the same name and script in another region: a reader of pt-PT can read pt-BR."""
    parts = ((known.rpartition("-"), code) for known, code in languages.items())
    return next((code for (start, _hyphen, end), code in parts if start == base and REGION.fullmatch(end)), None)


def refused(tag: str, ranges: Sequence[tuple[str, int]]) -> bool:
    """Say whether the reader excluded a language: the longest range that covers it has q=0."""
    named = dict(ranges)
    longest = next((shorter for shorter in shortened(tag) if shorter in named), "")
    return (longest, 0) in ranges


def qualities(header: str, languages: Iterable[str]) -> dict[str, int]:
    """Return how dear each of `languages` is to the reader, in thousandths; the unwanted are absent."""
    ranges = accepted(header)
    known: dict[str, str] = {}
    found: dict[str, int] = {}
    for code in languages:
        if not refused(canonical(code), ranges):
            known.setdefault(canonical(code), code)
    for tag, quality in ranges:
        code = lookup(tag, known)
        if code and quality > found.get(code, 0):
            found[code] = quality
    return found


def preferred(header: str, languages: Iterable[str]) -> str | None:
    """Return the dearest of `languages`, the earlier one in the header if two are alike."""
    found = qualities(header, languages)
    return max(found, key=found.__getitem__, default=None)
