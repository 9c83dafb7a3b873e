"""A process that keeps pages of one newspaper until no more fit, and long after; it prints what that takes.

Pages are rendered by the application behind the Edge, without a network. Rendering a hundred thousand would take half
an hour, so after the first thousands the store is given copies of those under other addresses: of each string, list
and bytes a copy of its own, as a rendering makes them.
"""

import gc
import json
import logging
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

from newsroom.wsgi import application as edge  # isort: skip  it sets Django up, without which there are no models
from articles.models import Category, CategoryListing, Edition
from articles.public.keyset import Place
from newsroom.pagecache.store import Key, Page, Variant
from newsroom.pagecache.tags import Span

SITE = "http://localhost"
WARM = 100  # pages, after which templates and the like are loaded
MEASURED = 300  # pages whose memory Python itself counts
RENDERED = 1600  # addresses; hardly a thousand of their pages fit
COPIED = 150  # pages of which copies are made
DEEP = 50  # positions in each category
JUNK = 300  # requests of each kind
KINDS_OF_READERS = (
    {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br", "HTTP_ACCEPT_LANGUAGE": "uk,en;q=0.8"},
    {"HTTP_ACCEPT_ENCODING": "gzip", "HTTP_ACCEPT_LANGUAGE": "pl"},
)


def main() -> None:
    number, first = int(sys.argv[1]), list(islice(addresses(), RENDERED))
    for address in first[:WARM]:
        read(address)
    empty()
    idle = resident()
    for address in first:
        read(address)
    found = {"idle": idle, "room": edge.store.room, "rendered": state(len(first))}
    junk()
    found["junk"] = state(len(first))
    fill(number - len(first))
    found["copied"] = state(number)
    empty()
    print(json.dumps(found | counted(first[:MEASURED])))


def addresses() -> Iterator[str]:
    """Give the addresses of the pages of categories by their positions, and of all stories in all languages."""
    for category in Category.objects.all():
        rows = CategoryListing.objects.filter(subject=category, language="uk").newest_first()
        for row in rows[:DEEP]:
            yield f"/uk/{category.slug_uk}/?{urlencode({'before': Place(row.publish_at, row.edition_id)})}"
    for edition in Edition.objects.visible().select_related("category").newest_first().iterator():
        yield edition.get_absolute_url()


def read(address: str, **headers: str) -> None:
    path, _mark, query = address.partition("?")
    for kind in KINDS_OF_READERS:
        environ = {"PATH_INFO": path.encode().decode("latin-1"), "QUERY_STRING": query, "HTTP_HOST": "localhost"}
        setup_testing_defaults(environ)
        response = edge(environ | kind | headers, lambda status, _headers, _problem=None: None)
        b"".join(response)
        if hasattr(response, "close"):
            response.close()


def junk() -> None:
    """Ask with parameters nobody knows, for what is not there, and with headers that no browser sends."""
    logging.getLogger("django.request").setLevel(logging.CRITICAL)  # it would name each page that is not there
    story, dice = Edition.objects.visible().newest_first().first().get_absolute_url(), Random(1)
    for number in range(JUNK):
        read(f"{story}?utm_{number}={number}")
        read(f"/uk/nowhere/{number}/")
        read(story, HTTP_COOKIE=f"consent=1.{dice.randrange(10_000)}..1790000000; lang=x{number}; _ga={number}")
        read(story, HTTP_COOKIE="desk=" + f"{number}" * 20_000, HTTP_ACCEPT_LANGUAGE=f"x{number}," * 2000)
        read(story, HTTP_ACCEPT_ENCODING=f"x{number}, br" * 5000)


def fill(number: int) -> None:
    """Put so many copies of kept pages into the store, each under an address of its own."""
    store = edge.store
    kept = [(page, dict(page.variants)) for page in islice(store._pages.values(), COPIED)]
    for place, (page, variants) in enumerate(islice(cycle(kept), number)):
        key = Key(SITE, f"/uk/copy/{place}/")
        copy = copy_of(page)
        store.put(key, copy, time.monotonic())
        for name, variant in variants.items():
            store.add_variant(key, copy, name, copy_of_variant(variant), store.generation)


def copy_of(page: Page) -> Page:
    tags = {sys.intern(anew(tag)): Span(span.since, span.until) for tag, span in page.tags.items()}
    return Page(page.status, headers_anew(page.headers), anew(page.body), tags, page.until, page.about)


def copy_of_variant(variant: Variant) -> Variant:
    headers, unchanged = headers_anew(variant.headers), headers_anew(variant.unchanged)
    return Variant(headers, anew(variant.body), anew(variant.etag), unchanged)


def headers_anew(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, anew(value)) for name, value in headers]


def anew(text: str | bytes) -> str | bytes:
    """Return the same text in memory of its own."""
    return type(text)().join([text[:1], text[1:]])


def counted(pages: list[str]) -> dict[str, float]:
    """Return what Python counts for a page, a tag and a variant of pages that were really rendered."""
    tracemalloc.start()
    begin = traced()
    for address in pages:
        read(address)
    store = edge.store
    whole, believed, kept = traced() - begin, store.used, list(store._pages.values())
    bodies = sum(len(page.body) for page in kept)
    tags, variants = sum(len(page.tags) for page in kept), sum(len(page.variants) for page in kept)
    packed = sum(len(variant.body) for page in kept for variant in page.variants.values())
    of_variants = freed(lambda: [page.variants.clear() for page in kept]) - packed
    of_tags = freed(lambda: (store._keys.clear(), [page.tags.clear() for page in kept]))
    of_pages = freed(lambda: (store._pages.clear(), kept.clear())) - bodies
    return {
        "counted": whole,
        "believed": believed,
        "of a page": of_pages / len(pages),
        "of a tag": of_tags / tags,
        "of a variant": of_variants / variants,
        "tags of a page": tags / len(pages),
    }


def freed(forget: Callable[[], object]) -> int:
    before = traced()
    forget()
    return before - traced()


def traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def empty() -> None:
    edge.store.__init__(edge.store.room)


def state(addresses: int) -> dict[str, int]:
    """Return what is kept now, what the store believes it takes, and what the process has in memory."""
    gc.collect()
    return {
        "addresses": addresses,
        "pages": len(edge.store),
        "believed": edge.store.used,
        "tags": len(edge.store._keys),
        "resident": resident(),
    }


def resident() -> int:
    """Return the bytes of this process that are in memory, without those of files mapped into it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon"))


if __name__ == "__main__":
    main()
