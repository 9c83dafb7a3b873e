import pytest


@pytest.fixture(autouse=True)
def bare_pages(db, platform_pages):
    """Every test here sees the platform's own pages."""
