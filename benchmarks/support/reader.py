"""A process that reads one newspaper: for every line it gets it reads each page once and prints what that cost.

It goes through the WSGI application as a server does, without a network.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

from newsroom.wsgi import application  # first, because it sets Django up

from django.db import connection  # isort: skip

from articles.archive.texts import WORDS  # isort: skip
from articles.models import Category, CategoryListing, Edition  # isort: skip
from articles.public.keyset import Place  # isort: skip

BIG, MIDDLE, RARE = 0, 4, -1  # places in words.toml: half of the stories, five of a hundred, one of ten thousand
DEEP = 0.3
STORIES = 5


class Cost(NamedTuple):
    """What reading a page took: CPU of this process, time in the database, queries."""

    cpu: float
    database: float
    queries: int


class Meter:
    """Counts queries and their milliseconds."""

    def __init__(self) -> None:
        self.queries, self.milliseconds = 0, 0.0

    def __call__(self, execute: Callable, *query: object) -> object:
        begin = time.perf_counter()
        try:
            return execute(*query)
        finally:
            self.queries += 1
            self.milliseconds += (time.perf_counter() - begin) * 1000


def main() -> None:
    pages = addresses()
    for _line in sys.stdin:
        costs = {name: [read(address) for address in found] for name, found in pages.items()}
        print(json.dumps(costs), flush=True)


def addresses() -> dict[str, list[str]]:
    """Return the addresses of the pages to read; there are several stories, because they differ in length."""
    big, middle, rare = (category_at(place) for place in (BIG, MIDDLE, RARE))
    # A story that is in Polish is in every language.
    stories = Edition.objects.visible().filter(language="pl").newest_first()
    step = stories.count() // STORIES
    return {
        "front page": ["/uk/"],
        "big category": [f"/uk/{big.slug_uk}/"],
        "middle category": [f"/uk/{middle.slug_uk}/"],
        "rare category": [f"/uk/{rare.slug_uk}/"],
        "deep page": [deep_page(big)],
        "story": [stories[place * step].get_absolute_url() for place in range(STORIES)],
    }


def category_at(place: int) -> Category:
    return Category.objects.get(name_uk=WORDS["categories"][place]["name"]["uk"])


def deep_page(category: Category) -> str:
    rows = CategoryListing.objects.filter(subject=category, language="uk").newest_first()
    row = rows[int(rows.count() * DEEP)]
    return f"/uk/{category.slug_uk}/?{urlencode({'before': Place(row.publish_at, row.edition_id)})}"


def read(address: str) -> Cost:
    path, _mark, query = address.partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
    setup_testing_defaults(environ)
    answers, meter = [], Meter()
    with connection.execute_wrapper(meter):
        begin = time.process_time()
        response = application(environ, lambda status, _headers, _problem=None: answers.append(status))
        b"".join(response)
        response.close()
        spent = (time.process_time() - begin) * 1000
    if answers != ["200 OK"]:
        sys.exit(f"{address} answered {answers}.")
    return Cost(spent, meter.milliseconds, meter.queries)


if __name__ == "__main__":
    main()
