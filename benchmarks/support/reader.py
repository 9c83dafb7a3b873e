"""A process that reads one newspaper: for every line it gets it reads each page once and prints what that cost.

It goes through Django as a server does, past the Edge and without a network.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from wsgiref.util import setup_testing_defaults

from django.db import connection

from .uncached import application


class Cost(NamedTuple):
    """What reading a page took: milliseconds of CPU here and in PostgreSQL, and queries."""

    here: float
    in_postgresql: float
    queries: int


class Meter:
    """Counts queries, and the milliseconds of CPU they take in PostgreSQL; SQLite’s are taken in this process."""

    def __init__(self) -> None:
        self.queries, self.milliseconds = 0, 0.0

    def __call__(self, execute: Callable, *query: object) -> object:
        begin = spent_in_postgresql()
        try:
            return execute(*query)
        finally:
            self.queries += 1
            self.milliseconds += spent_in_postgresql() - begin


def spent_in_postgresql() -> float:
    """Return the milliseconds of CPU that our process in the server has taken so far, as Linux counts them."""
    if connection.vendor != "postgresql":
        return 0
    connection.ensure_connection()
    server = connection.connection.info.backend_pid
    return int(Path(f"/proc/{server}/schedstat").read_text().split()[0]) / 1_000_000


def main() -> None:
    from .pages import addresses  # the models can’t be imported before Django is set up

    pages = addresses()
    for _line in sys.stdin:
        costs = {name: {address: read(address) for address in found} for name, found in pages.items()}
        print(json.dumps(costs), flush=True)


def read(address: str) -> Cost:
    path, _mark, query = address.partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
    setup_testing_defaults(environ)
    answers, meter = [], Meter()
    with connection.execute_wrapper(meter):
        begin = time.process_time()
        response = application(environ, lambda status, _headers, _problem=None: answers.append(status))
        b"".join(response)
        if hasattr(response, "close"):
            response.close()
        spent = (time.process_time() - begin) * 1000
    if answers != ["200 OK"]:
        sys.exit(f"{address} answered {answers}.")
    return Cost(spent, meter.milliseconds, meter.queries)


if __name__ == "__main__":
    main()
