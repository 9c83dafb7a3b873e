import pytest

from newsroom.pagecache.purging import purge
from tests.platform.pagecache import site


@pytest.fixture
def server(platform_pages, settings, edge):
    """The bare pages of site.py behind an empty page cache; nothing is due."""
    settings.ROOT_URLCONF = "tests.platform.pagecache.site"
    edge.edge.feed.due = lambda since, until: ((), None)
    return edge


@pytest.fixture
def say(django_capture_on_commit_callbacks):
    """Purge what changed, as a transaction that commits."""

    def commit(*changes):
        with django_capture_on_commit_callbacks(execute=True):
            purge(*changes)

    return commit


@pytest.fixture
def rewrite(say):
    """Change what the page of site.py shows, and say so."""
    yield lambda text: (site.TEXT.update(now=text), say("story:1"))
    site.TEXT["now"] = "first"
