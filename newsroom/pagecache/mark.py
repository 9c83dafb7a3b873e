"""The mark of an editor's browser, which reads past the kept pages.

It is signed and expires, so that nobody can make one: what it asks for costs three hundred times a kept page.
`<Unix time of its end>.<signature>`; it names nobody.
"""

import time
from hashlib import blake2b
from hmac import compare_digest

from django.conf import settings
from django.http.cookie import parse_cookie

from .remembering import remembering

LASTS = 12 * 3600  # seconds
RENEWED = 3600  # seconds after which a desk in use renews it


def signature(end: str) -> str:
    key = settings.SECRET_KEY.encode()[:64]
    return blake2b(end.encode(), key=key, digest_size=16, person=b"newsroom mark").hexdigest()


def new_mark() -> str:
    end = str(int(time.time()) + LASTS)
    return f"{end}.{signature(end)}"


def seconds_left(mark: str) -> float:
    """Return for how long a mark holds; none or less for one that is over, or that we did not sign."""
    end, _dot, signed = mark.partition(".")
    genuine = compare_digest(signed.encode(), signature(end).encode())
    return int(end) - time.time() if genuine else 0


def is_marked(cookies: str) -> bool:
    """Tell whether a Cookie header holds a mark that is valid now."""
    return seconds_left(mark_in(cookies)) > 0


@remembering(256)
def mark_in(cookies: str) -> str:
    return parse_cookie(cookies).get(settings.PAGECACHE_MARK, "")
