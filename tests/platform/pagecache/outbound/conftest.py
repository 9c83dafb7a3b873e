import pytest

from newsroom.pagecache.outbound import courier
from newsroom.pagecache.purging import purge
from tests.couriers import call_back, send_home
from tests.edge import Server
from tests.platform.pagecache import site
from tests.serving import Listener, running, served
from tests.varnish import varnish_before

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def soon(monkeypatch):
    """The second purge after three tenths of a second, and the others soon after."""
    monkeypatch.setattr(courier, "TRIES_AT", (0.02, 0.3, 0.4, 0.5, 0.6))


@pytest.fixture
def cdn(platform_pages, settings, transactional_db):
    """Return what puts the bare pages of site.py behind an empty page cache, with a shared cache before it."""

    servers = []

    def before(kind, *addresses, **more):
        settings.ROOT_URLCONF = "tests.platform.pagecache.site"
        settings.KNOWS_CRAWLERS = False
        settings.SHARED_CACHE, settings.SHARED_CACHE_ADDRESSES = kind, list(addresses) or [NOWHERE]
        for name, value in more.items():
            setattr(settings, f"SHARED_CACHE_{name.upper()}", value)
        server = Server()
        server.edge.feed.due = lambda since, until: ((), None)
        servers.append(server)
        return server

    yield before
    settings.SHARED_CACHE = ""  # emptying the database changes what fills the slots
    for server in servers:
        call_back(server)
    send_home()
    site.TEXT["now"] = "first"
    site.SHOWN["now"] = []


@pytest.fixture
def varnish(cdn, settings, tmp_path):
    """A Varnish before the pages of site.py; `asked` are the paths that it asked our server for."""
    server, asked = cdn("varnish"), []

    def origin(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return server.edge(environ, start_response)

    with served(origin) as served_at, varnish_before(served_at.server_port, tmp_path) as front:
        settings.SHARED_CACHE_ADDRESSES = [front.url]
        front.asked, front.server = asked, server
        yield front
        send_home()


@pytest.fixture
def listener():
    with running(Listener()) as server:
        yield server


@pytest.fixture
def rewrite():
    """Change what the page of site.py shows, and say so."""
    return lambda text: (site.TEXT.update(now=text), purge("story:1"))
