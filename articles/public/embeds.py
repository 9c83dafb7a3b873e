"""What stands at an address of another site: something that opens inside our pages, or a link."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from .providers import PROVIDERS, Medium

# With a backslash, a space or a control character an address leads browsers elsewhere than it says.
PLAIN = re.compile(r"[^\s\\\x00-\x1f\x7f]+")


@dataclass(frozen=True)
class Embed:
    """A film, post or recording elsewhere: `url` to link to, whose site it is, and, if it may open here, how.

    `frame` is the address of the frame, `medium` what it shows, `privacy` the provider's own word on it.
    """

    url: str
    provider: str
    frame: str = ""
    medium: Medium | None = None
    privacy: str = ""

    @property
    def host(self) -> str:
        """Return the host of the frame, by which readers are told of it."""
        return urlsplit(self.frame).hostname or ""


def web_address(url: str) -> str:
    """Return an address that a page may link to, or nothing: javascript: and its like are no addresses."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if PLAIN.fullmatch(url) and parts.scheme in ("http", "https") and parts.hostname else ""


def embed_of(url: str) -> Embed | None:
    """Tell how a page shows what stands at an address; None when it can't even be linked to."""
    if not web_address(url):
        return None
    for provider in PROVIDERS:
        for player in provider.players:
            if found := player.pattern.fullmatch(url):
                frame = player.frame.format(**found.groupdict())
                return Embed(url, provider.name, frame, player.medium, provider.privacy)
    return Embed(url, urlsplit(url).hostname.removeprefix("www."))
