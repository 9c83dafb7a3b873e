"""An application behind a real server, and a server that notes what it is told: both in threads of the test."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import ThreadingMixIn
from typing import NamedTuple
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.db import connections


class Silent(WSGIRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


class Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 128

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()


class Request(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Listener(ThreadingHTTPServer):
    """Notes every request and answers with `answer`; `seen` is asked at each for what to note besides."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Listening)
        self.requests = []
        self.answer = 200, b"{}"
        self.seen = lambda: None
        self.seen_then = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Listening(BaseHTTPRequestHandler):
    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.seen_then.append(self.server.seen())
        self.server.requests.append(Request(self.command, self.path, dict(self.headers), body))
        status, said = self.server.answer
        self.send_response(status)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_PURGE = do_POST = handle_any

    def log_message(self, *args):
        """Say nothing."""


@contextmanager
def running(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def served(application):
    """Return a context in which an application is served on a free port, `server_port`."""
    server = make_server("127.0.0.1", 0, application, server_class=Threaded, handler_class=Silent)
    return running(server)
