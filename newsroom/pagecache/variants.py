"""From a page with open slots to the bytes that one kind of reader gets."""

import gzip
import re
from collections.abc import Callable
from hashlib import blake2b

import brotli
from django.http import HttpRequest
from django.utils.translation import get_language, override

from .remembering import remembering
from .shared import Strip
from .slots import fill
from .store import Page, Variant

BROTLI_QUALITY = 5  # 0.8 ms for 19 KB; 11 would cost as much as four renderings
GZIP_LEVEL = 6
ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=BROTLI_QUALITY),
    "gzip": lambda body: gzip.compress(body, GZIP_LEVEL, mtime=0),
    "": lambda body: body,
}
REFUSED = re.compile(r";\s*q=0(\.0{0,3})?\s*$")
VARY = "Accept-Encoding, Accept-Language, Cookie, Sec-GPC"
# What a 304 repeats of the headers that a 200 would have had (RFC 9110, 15.4.5), besides what is said to caches.
REPEATED = ("content-location", "date", "etag", "expires", "vary")


@remembering(256)
def encoding_for(accepted: str) -> str:
    """Choose the best encoding that a browser accepts (RFC 9110, 12.5.3); "" is none."""
    parts = [part.strip() for part in accepted.lower().split(",")]
    wanted = {part.partition(";")[0].strip() for part in parts if not REFUSED.search(part)}
    return next((name for name in ENCODERS if name in wanted), "")


def filled(page: Page, request: HttpRequest, strip_of: Callable[[Callable], Strip]) -> bytes:
    """Fill the slots of a page for a reader, in the language of the page."""
    language = next((value for name, value in page.headers if name.lower() == "content-language"), get_language())
    with override(language):
        return fill(page.body, request, page.name, strip_of)


def variant_of(page: Page, body: bytes, encoding: str) -> Variant:
    """Compress a page whose slots are filled, and name the result by its bytes: a strong ETag (RFC 9110, 8.8)."""
    body = ENCODERS[encoding](body)
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    own = {"etag", "vary", "cache-control", "content-length", "content-encoding"}
    headers = [(name, value) for name, value in page.headers if name.lower() not in own]
    headers += [("ETag", etag), ("Vary", VARY)]
    unchanged = [(name, value) for name, value in headers if name.lower() in REPEATED]
    headers.append(("Content-Length", str(len(body))))
    if encoding:
        headers.append(("Content-Encoding", encoding))
    return Variant(headers, body, etag, unchanged)


def is_known(etag: str, known: str) -> bool:
    """Tell whether If-None-Match names this variant, by the weak comparison (RFC 9110, 13.1.2): caches write W/."""
    if known == etag:
        return True
    return any(tag.strip() in ("*", etag, f"W/{etag}") for tag in known.split(","))
