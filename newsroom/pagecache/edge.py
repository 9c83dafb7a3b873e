"""Edge: finished pages, served before Django builds a request, rendered once for everybody when there is none."""

import time
from collections.abc import Hashable, Iterable
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.db import Error
from django.http.request import split_domain_port, validate_host
from django.utils import timezone

from .alike import remembering_by
from .connections import give_back
from .feed import Feed
from .flights import Flights
from .mark import is_marked
from .neutral import Application, Environ, Rendering, StartResponse, render
from .outbound.sharing import sharing_for
from .pages import canonical, params_of
from .readings import Readings
from .recognising import Readers, Recognising
from .remembering import remembering
from .store import Key, Page, Store, Variant
from .strips import Strips
from .tags import WHOLE, at_address, recording
from .variants import filled, is_known, variant_of

RENDERINGS = 3  # tries, when what is shown changes meanwhile
UNCHANGED = f"{HTTPStatus.NOT_MODIFIED.value} {HTTPStatus.NOT_MODIFIED.phrase}"
new_key = partial(tuple.__new__, Key)  # as Key(…) does it, in a third of the time
OK = f"{HTTPStatus.OK.value} {HTTPStatus.OK.phrase}"


class Edge:
    """A WSGI application around another: keeps what its views call a page, and lets everything else through."""

    def __init__(self, application: Application, store: Store, feed: Feed, readers: Readers) -> None:
        self.application = application
        self.store = store
        self.feed = feed
        self.readers = readers
        self.recognising = Recognising(readers)
        self.readings = Readings()
        self.mark = settings.PAGECACHE_MARK
        self.trusted = settings.SECURE_PROXY_SSL_HEADER
        self.since = timezone.now()
        self.sent = self.rendered = 0  # roughly: threads may lose one now and then
        self.strips = Strips(store, feed, midnight)
        self.flights: Flights[Page] = Flights()
        self.sharing = sharing_for(self)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self.key_of(environ)
        page = self.page_at(key, environ) if key else None
        if page is None or page.is_personal:
            return self.application(environ, start_response)
        try:
            return self.send(key, page, environ, start_response)
        except Error:  # what fills its slots can't be read: Django says so in its own way
            return self.application(environ, start_response)

    def key_of(self, environ: Environ) -> Key | None:
        """Return the key of what is asked for; None for what is no reading of a page, or an editor's."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return None
        cookies = environ.get("HTTP_COOKIE")
        if cookies and self.mark in cookies and is_marked(cookies):
            return None
        site = site_of(environ.get("HTTP_HOST", ""), self.scheme_of(environ))
        if not site:
            return None
        query = environ.get("QUERY_STRING", "")
        if not query:
            return new_key((site, environ["PATH_INFO"], ""))
        known = params_of(get_path_info(environ))
        return None if known is None else Key(site, environ["PATH_INFO"], canonical(query, known))

    def scheme_of(self, environ: Environ) -> str:
        """Return the scheme the reader used, as Django does: behind our proxy as it says, or the first of several."""
        said = environ.get(self.trusted[0]) if self.trusted else None
        if said is None:
            return environ["wsgi.url_scheme"]
        _name, secure = self.trusted
        return "https" if said.split(",", 1)[0].strip() == secure else "http"

    def page_at(self, key: Key, environ: Environ) -> Page | None:
        """Return the page of a key, rendered now if none is kept; None if no page can stand there."""
        self.feed.follow()
        page = self.store.get(key)
        if page is not None and page.until > time.time():
            return page
        if params_of(get_path_info(environ)) is None:
            return None
        return self.flights.share(key, lambda: self.fresh(key, environ), lambda: self.store.stale(key))

    def fresh(self, key: Key, environ: Environ) -> Page:
        """Render a page and keep it, anew if something it shows changed meanwhile."""
        self.rendered += 1
        for _try in range(RENDERINGS):
            until = midnight()  # of the day on which it begins
            with remembering_by(self.strips.within):
                rendering = render(self.application, environ, key)
            page = page_of(rendering, get_path_info(environ), until)
            self.feed.follow()
            if not rendering.may_be_kept or self.store.put(key, page, rendering.started):
                break
        return page

    def send(self, key: Key, page: Page, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        self.sent += 1
        generation = self.store.generation
        reader = self.recognising.reader(environ, key, page, generation)
        variant = self.store.variant(page, reader.variant) or self.make_variant(key, page, reader.variant, generation)
        told = self.sharing.told(environ, key, page, reader, variant)
        is_reading = environ["REQUEST_METHOD"] == "GET"
        if page.name and is_reading and not reader.is_crawler:
            self.readings.add(page.name)
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and page.status == OK and is_known(variant.etag, known):
            start_response(UNCHANGED, variant.unchanged + told)
            return []
        start_response(page.status, variant.headers + told)
        return [variant.body] if is_reading else []

    def make_variant(self, key: Key, page: Page, name: tuple[Hashable, str], generation: int) -> Variant:
        kind, encoding = name
        body = page.body
        with recording() as strips:
            if kind is not None:
                body = self.filled(key, page, kind, generation)
        variant = variant_of(page, body, encoding)._replace(known_by=self.sharing.known_by(page.tags | strips))
        self.store.add_variant(key, page, name, variant, generation)
        return variant

    def filled(self, key: Key, page: Page, kind: Hashable, generation: int) -> bytes:
        try:
            return filled(page, self.readers.plain_request(kind, key, page.about, generation), self.strips.of)
        finally:
            give_back()


@remembering(1024)
def site_of(host: str, scheme: str) -> str:
    """Return the address of the site, whatever port or letters it was asked by; "" for a host that isn't ours."""
    domain, _port = split_domain_port(host)
    return f"{scheme}://{domain}" if domain and validate_host(domain, settings.ALLOWED_HOSTS) else ""


def page_of(rendering: Rendering, path: str, until: float) -> Page:
    return Page(
        status=rendering.status,
        headers=rendering.headers,
        body=rendering.body,
        tags=rendering.tags | {at_address(path): WHOLE},
        until=until,
        about=rendering.about,
        name=rendering.name if rendering.status == OK else "",
        is_personal=not rendering.is_for_everybody,
    )


def midnight() -> float:
    """Return when the day ends on the newspaper's clock: pages say what day it is and call today today."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return timezone.make_aware(datetime(tomorrow.year, tomorrow.month, tomorrow.day)).timestamp()
