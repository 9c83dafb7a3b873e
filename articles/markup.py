"""What HTML a text of the newspaper may hold. Everything else is taken out on the way in."""

import re
from html import unescape

import nh3

TAGS = {"p", "br", "strong", "em", "s", "sub", "sup", "ul", "ol", "li", "h3", "blockquote", "a", "span", "abbr", "time"}
TABLE_TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "time": {"datetime"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
# news:<uid> is a story of ours, resolved to its address when a page is shown.
SCHEMES = {"http", "https", "mailto", "tel", "news"}
DROPPED_WITH_CONTENT = {"script", "style", "iframe", "svg", "math", "form", "template", "object", "noscript"}

# They turn text around for the eye but not for the machine (Trojan Source, CVE-2021-42574).
BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\x00]")

# What is really HTML in a text that should have none: a “<” that begins none of it is a character like any other.
# Nothing rests on it for safety: templates escape such texts.
NAMES = "|".join(sorted(nh3.ALLOWED_TAGS | TAGS | TABLE_TAGS | DROPPED_WITH_CONTENT))
REST_OF_TAG = r"""(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*/?>"""
ENDS_OF_ELEMENTS = re.compile(rf"</(?:p|li|h\d|tr|td|th|div)\s*>|<br{REST_OF_TAG}", re.IGNORECASE)
MARKUP = re.compile(
    rf"<!--[^<>]*-->|<(script|style){REST_OF_TAG}[^<]*</\1\s*>|</?(?:{NAMES}){REST_OF_TAG}", re.IGNORECASE
)

SPACES = re.compile("[ \t\r\n]+")  # not the no-break space, which authors mean


def plain(text: str) -> str:
    """Clean a text that has no markup, such as a headline: no control characters, single spaces."""
    return SPACES.sub(" ", BIDI_CONTROLS.sub("", text)).strip(" ")


def bare(text: str) -> str:
    """Clean a text that has no markup as `plain` does, and take out the HTML it was pasted with."""
    text, before = plain(text), None
    while text != before:
        text, before = plain(MARKUP.sub("", ENDS_OF_ELEMENTS.sub(" ", text))), text
    return text


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    return None if name == "href" and not _leads_somewhere_safe(value) else value


def _leads_somewhere_safe(address: str) -> bool:
    """Refuse other hosts without a scheme, and whatever an old browser might take for a scheme."""
    start = re.split(r"[/?#]", address.strip(), maxsplit=1)[0]
    if address.strip().startswith(("//", "\\", "/\\")):
        return False
    return ":" not in start or start.split(":")[0].lower() in SCHEMES


def clean(html: str) -> str:
    """Return the allowed part of an editor's HTML; cleaning twice changes nothing (ASVS 1.3.1)."""
    return nh3.clean(
        BIDI_CONTROLS.sub("", html),
        tags=TAGS | TABLE_TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attribute_filter=_keep_attribute,
        link_rel="noopener",
    )


def words_of(html: str) -> str:
    """Return the bare words of HTML, a space where an element ends."""
    spaced = re.sub(r"<(?:/(?:p|li|h3|tr|td|th)|br)\b[^>]*>", " ", html)
    return SPACES.sub(" ", _without_tags(spaced)).strip(" ")


def lines_of(html: str) -> str:
    """Return the words of HTML as they are read: a line for each paragraph, item and row."""
    lined = re.sub(r"<(?:/(?:p|li|h3|tr|caption|blockquote)|br)\b[^>]*>", "\n", html)
    return _without_tags(lined).strip("\n")


def _without_tags(html: str) -> str:
    return unescape(nh3.clean(html, tags=set()))
