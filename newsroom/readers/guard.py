"""What keeps other sites from answering for a reader.

Our pages come from a cache, alike for everybody, so they can hold no token. The browser itself says where a form
was sent from.
"""

import re
from urllib.parse import urljoin

from django.http import HttpRequest

# As our pages write it: printable ASCII, one slash first, no backslash.
OWN_PATH = re.compile(r"/(?!/)[!-\[\]-~]{0,8000}")


def is_same_origin(request: HttpRequest) -> bool:
    """Tell whether a form was sent by one of our own pages; a browser that says nothing is refused."""
    if request.method != "POST":
        return False
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def safe_path(address: str) -> str | None:
    """Return an address to go back to, its dots resolved, or None unless it is a path on this site."""
    if not OWN_PATH.fullmatch(address):
        return None
    path = urljoin("/", address)
    return path if OWN_PATH.fullmatch(path) else None
