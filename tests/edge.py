"""The page cache in tests: the whole application behind it, asked as a server asks."""

import gc
import sys
import tracemalloc
from contextlib import contextmanager
from io import BytesIO
from typing import NamedTuple

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from newsroom.pagecache.edge import site_of
from newsroom.pagecache.pages import params_of
from newsroom.pagecache.process import edge_around

BROWSER = {
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()


class Server:
    """An application as a server runs it; `renderings` are the paths that Django was asked for."""

    def __init__(self, application=None):
        self.django = application or WSGIHandler()
        self.renderings = []
        self.edge = edge_around(self.render)
        # By another connection, which would wait for the test's own; a test writes by itself.
        self.edge.readings._write_at = float("inf")

    def render(self, environ, start_response):
        self.renderings.append(environ["PATH_INFO"])
        return self.django(environ, start_response)

    def get(self, address, method="GET", **headers):
        """Ask for a path as a browser does; headers as keywords, accept_language="uk"."""
        return ask(self.edge, address, method, **headers)


def ask(application, address, method="GET", **headers):
    answers = []

    def start_response(status, headers, exc_info=None):
        answers.append((int(status.split(" ", 1)[0]), dict(headers)))

    response = application(environ_of(address, method, headers), start_response)
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    return Answer(*answers[-1], body)


def environ_of(address, method, headers):
    path, _mark, query = address.partition("?")
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    } | {f"HTTP_{name.upper()}": value for name, value in (BROWSER | headers).items()}


@pytest.fixture
def edge(db):
    """A server whose cache is empty; it leaves the test's own connection open, as Django's test client does."""
    params_of.cache_clear()  # other tests have other addresses
    site_of.cache_clear()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Server()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@contextmanager
def traced():
    """Yield a function that tells how many bytes more are in use than at the beginning."""
    gc.collect()
    tracemalloc.start()
    before, _peak = tracemalloc.get_traced_memory()

    def kept():
        gc.collect()
        return tracemalloc.get_traced_memory()[0] - before

    try:
        yield kept
    finally:
        tracemalloc.stop()
