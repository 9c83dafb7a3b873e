import pytest

from tests.platform import settings as platform


@pytest.fixture
def platform_pages(settings):
    """The platform's own addresses and bare pages, also when the whole newspaper is installed."""
    settings.ROOT_URLCONF = platform.ROOT_URLCONF
    settings.TEMPLATES = platform.TEMPLATES
