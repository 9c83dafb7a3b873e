"""`manage.py purge`, for whoever changed rows past the newspaper itself."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from newsroom.pagecache.models import Purge
from newsroom.pagecache.tags import LONGEST, at_address

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"


@pytest.fixture
def purged(django_capture_on_commit_callbacks):
    def run(*arguments):
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("purge", *arguments, stdout=out)
        return out.getvalue()

    return run


def renderings(server, *addresses):
    server.renderings.clear()
    for address in addresses:
        server.get(address)
    return server.renderings


@pytest.fixture
def pages(server):
    """Three pages that are kept: two of one address, one of another language."""
    found = (KEPT, f"{KEPT}?part=second", "/pl/kept/")
    assert len(renderings(server, *found)) == 3
    assert renderings(server, *found) == []
    return found


def test_without_arguments_it_says_that_it_drops_everything_and_does(server, pages, purged):
    said = purged()
    assert "All pages are dropped" in said
    assert "every server process" in said
    assert len(renderings(server, *pages)) == 3


def test_a_tag_drops_what_shows_it(server, pages, purged):
    assert "Every page that shows story:1 is dropped, if there is one." in purged("--tag", "story:1", "--tag=story:2")
    assert len(renderings(server, *pages)) == 3
    purged("--tag", "story:2")
    assert renderings(server, *pages) == []


@pytest.mark.parametrize("address", [KEPT, f"https://example.org{KEPT}?part=2", "/en%2Fkept/"])
def test_an_address_drops_what_stands_there_with_any_parameters(server, pages, purged, address):
    assert f"The page at {KEPT} is dropped, if it is kept." in purged("--address", address)
    assert renderings(server, *pages) == [KEPT, KEPT]


def test_the_longest_address_has_a_tag_too():
    path = f"/uk/{'a' * 300}/"
    assert len(at_address(path)) <= LONGEST
    assert at_address(path) != at_address(f"{path}b/")


@pytest.mark.parametrize("arguments", [["--address", "uk/misto"], ["--address", ""], ["--tag", "x" * 121], ["--tag="]])
def test_what_is_no_tag_and_no_address_is_refused_and_nothing_dropped(purged, arguments):
    before = Purge.objects.count()
    with pytest.raises(CommandError, match="Write it like"):
        purged("--tag", "story:1", *arguments)
    assert Purge.objects.count() == before
