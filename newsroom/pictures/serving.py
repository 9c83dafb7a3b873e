"""Renditions over HTTP, for sites without a file server in front."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest

# The name holds the hash of the bytes, so a browser may keep them for ever.
FOR_EVER = "public, max-age=31536000, immutable"
NAME = re.compile(r"[0-9a-f]{16}-\d{1,5}(_\w{7})?\.webp")


def rendition(request: HttpRequest, name: str) -> FileResponse:
    """Serve one rendition; nothing else of the data folder has an address."""
    if not NAME.fullmatch(name) or not default_storage.exists(f"pictures/{name}"):
        raise Http404
    response = FileResponse(default_storage.open(f"pictures/{name}"), content_type="image/webp")
    response.headers["Cache-Control"] = FOR_EVER
    # Opened by itself a picture runs nothing (ASVS 3.2.1).
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
