import pytest
from django.core.cache import cache

from tests.readers import register


@pytest.fixture(autouse=True)
def bare_pages(db, platform_pages):
    """Every test here sees the platform's own pages."""


@pytest.fixture(autouse=True)
def nobody_was_here():
    """Forget whose answers were counted in the last minute."""
    cache.clear()


@pytest.fixture
def embeds():
    """A site with films of other sites in its pages, and nothing else to ask about."""
    register("embeds")


@pytest.fixture
def embeds_and_statistics():
    register("embeds", "analytics")
