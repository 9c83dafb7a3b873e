"""The least a WSGI application can do: it gives the page that SAVED_PAGE names, of which nothing is made anew.

It is the very page that the Edge gives, so that what stands between the two rows is the Edge and not the network.
"""

import os
from collections.abc import Callable
from pathlib import Path

PAGE = Path(os.environ["SAVED_PAGE"]).read_bytes()
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))]


def application(environ: dict[str, object], start_response: Callable) -> list[bytes]:
    start_response("200 OK", HEADERS)
    return [PAGE]
