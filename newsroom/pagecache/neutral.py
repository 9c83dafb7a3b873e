"""A rendering for nobody in particular: what is not in the key of a page can't get into the page."""

import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlsplit

from .store import Key
from .tags import Tags, recording

Environ = dict[str, object]
StartResponse = Callable[..., object]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

MARK = "newsroom.rendering"  # in the environ, for SlotsMiddleware
# Everything of a reader's request that a page may depend on, besides its path and the parameters its view knows.
PASSED_ON = (
    "HTTP_X_FORWARDED_PROTO", "PATH_INFO", "SCRIPT_NAME", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL",
    "wsgi.errors", "wsgi.multiprocess", "wsgi.multithread", "wsgi.run_once", "wsgi.url_scheme", "wsgi.version",
)  # fmt: skip
# What says that an answer is one reader's.
PERSONAL = ("private", "no-store", "no-cache")


@dataclass
class Rendering:
    """What came of a rendering: filled by the application, and by SlotsMiddleware with what the slots need to know."""

    started: float = field(default_factory=time.monotonic)
    status: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    tags: Tags = field(default_factory=dict)
    about: Hashable = None
    name: str = ""
    is_whole: bool = True

    @property
    def is_for_everybody(self) -> bool:
        """Tell whether this answer holds for every reader: nothing in it says that it is somebody's."""
        said = {name.lower(): value.lower() for name, value in self.headers}
        if "set-cookie" in said or not self.is_whole:
            return False
        varies = said.get("vary", "")
        control = said.get("cache-control", "")
        return not any(word in varies for word in ("cookie", "*", "accept-language")) and not any(
            word in control for word in PERSONAL
        )

    @property
    def may_be_kept(self) -> bool:
        """Tell whether this is a page, and says what it shows: of one without tags nobody could say when it ends."""
        return self.is_for_everybody and self.status.startswith(f"{HTTPStatus.OK.value} ") and bool(self.tags)


def render(application: Application, environ: Environ, key: Key) -> Rendering:
    """Run the application once, as for a reader without cookies, without wishes, and with no other parameters."""
    rendering = Rendering()
    neutral = {name: environ[name] for name in PASSED_ON if name in environ}
    neutral |= {"REQUEST_METHOD": "GET", "QUERY_STRING": key.query, "HTTP_HOST": urlsplit(key.site).netloc}
    neutral |= {"wsgi.input": BytesIO(), MARK: rendering}

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        rendering.status, rendering.headers = status, headers

    with recording() as tags:
        response = application(neutral, start_response)
        try:
            rendering.is_whole = not getattr(response, "streaming", False)
            rendering.body = b"".join(response)
        finally:
            if hasattr(response, "close"):
                response.close()
    rendering.tags = tags
    return rendering
