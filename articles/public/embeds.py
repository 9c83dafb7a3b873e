"""Films of other sites that may play inside our pages. Everything else is a link.

The hosts of the players are also those that the content security policy lets in (EMBED_HOSTS).
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Embed:
    """A film or post elsewhere: `url` to link to, `player` to put into a frame (or nothing), whose site it is."""

    url: str
    player: str
    provider: str


PROVIDERS = [
    (
        "YouTube",
        re.compile(
            r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[\w.=%-]+&)*v=|shorts/)|youtu\.be/)"
            r"(?P<film>[\w-]{11})(?:[?&#][^\s]*)?",
            re.ASCII,
        ),
        "https://www.youtube-nocookie.com/embed/{film}",
    ),
    (
        "Vimeo",
        re.compile(r"https://(?:www\.)?vimeo\.com/(?P<film>[0-9]{5,12})(?:[?#][^\s]*)?", re.ASCII),
        "https://player.vimeo.com/video/{film}?dnt=1",
    ),
]


def web_address(url: str) -> str:
    """Return an address that a page may link to, or nothing: javascript: and its like are no addresses."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def embed_of(url: str) -> Embed | None:
    """Tell how a page shows what stands at an address; None when it can't even be linked to."""
    if not web_address(url):
        return None
    for provider, pattern, player in PROVIDERS:
        if found := pattern.fullmatch(url):
            return Embed(url, player.format(film=found["film"]), provider)
    return Embed(url, "", urlsplit(url).hostname.removeprefix("www."))
