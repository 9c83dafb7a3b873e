"""The newspaper with an Edge that keeps no page: each reader gets what the first reader after a change gets."""

import os
from collections.abc import Callable, Iterable

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ["PAGECACHE_MEGABYTES"] = "0"
django_application = get_wsgi_application()
edge = import_string("newsroom.pagecache.process.edge_around")(django_application)


def application(environ: dict[str, object], start_response: Callable) -> Iterable[bytes]:
    """Render a page for this request alone: those who ask at the same time don't share it."""
    key = edge.key_of(environ)
    if key is None:
        return django_application(environ, start_response)
    edge.feed.follow()
    return edge.send(key, edge.fresh(key, environ), environ, start_response)
