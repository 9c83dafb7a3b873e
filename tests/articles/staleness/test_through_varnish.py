"""A real Varnish lets go of exactly those pages of the newspaper that the page cache lets go of."""

import pytest

from articles.publishing import publish
from newsroom.readers.models import Wording
from tests.articles.staleness.paper import Paper
from tests.builders import changed
from tests.couriers import arrived, send_home
from tests.edge import Server
from tests.serving import served
from tests.varnish import varnish_before


@pytest.fixture
def varnish(transactional_db, settings, tmp_path):
    paper, asked = Paper(), []
    settings.SHARED_CACHE, settings.SHARED_CACHE_ADDRESSES = "varnish", ["http://127.0.0.1:9"]
    server = Server()

    def origin(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return server.edge(environ, start_response)

    with served(origin) as served_at, varnish_before(served_at.server_port, tmp_path) as front:
        settings.SHARED_CACHE_ADDRESSES = [front.url]
        front.paper, front.asked, front.server = paper, asked, server
        yield front
        settings.SHARED_CACHE = ""  # emptying the database changes what fills the slots
        send_home()


def read_everything(varnish):
    """Ask for every page; return the paths that Varnish had to ask us for."""
    varnish.asked.clear()
    for address in varnish.paper.addresses:
        assert varnish.get(address).status in (200, 301, 302, 404)
    return set(varnish.asked)


def pages_dropped(varnish, change):
    """Make a change; return the paths of the pages that our own page cache lets go of."""
    store = varnish.server.edge.store
    before = list(store._pages.items())
    change()
    varnish.server.edge.feed.follow()
    return {key.path for key, page in before if not page.is_kept}


def published_anew(story):
    return lambda: publish(changed(story, headline_en="The bridge is open").editions.get(language="en"), None)


def rename(row):
    def change():
        row.name_uk = "Порт"
        row.save()

    return change


def test_varnish_drops_exactly_what_we_drop(varnish):
    read_everything(varnish)
    never_kept = read_everything(varnish)
    paper = varnish.paper
    changes = {
        "a story": published_anew(paper.bridge),
        "a section": rename(paper.world),
        "a speaker": rename(paper.speaker),
        "nothing": lambda: None,
    }
    for name, change in changes.items():
        dropped = pages_dropped(varnish, change)
        arrived()
        assert read_everything(varnish) - never_kept == dropped - never_kept, name
        assert bool(dropped) == (name != "nothing"), name
    assert len(paper.addresses) - len(never_kept) > 5


def test_other_words_of_the_bar_reach_every_page(varnish):
    read_everything(varnish)
    never_kept = read_everything(varnish)
    Wording.objects.first().save()
    arrived()
    assert read_everything(varnish) >= {address.partition("?")[0] for address in varnish.paper.addresses} - never_kept
