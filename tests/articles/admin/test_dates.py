"""The desk writes days and moments in one way, on a clock of 24 hours, in every language."""

from datetime import UTC, datetime

import pytest

from newsroom.readers.models import Policy
from tests.people import hire

LATE = datetime(2026, 11, 25, 22, 53, tzinfo=UTC)
WORDS = {"uk": "26 листопада 2026, 00:53", "en": "26 November 2026, 00:53", "pl": "26 listopada 2026, 00:53"}


@pytest.fixture(params=WORDS)
def desk(request, client, db):
    """The desk of somebody in each language, with the words expected on it."""
    person = hire("iryna", "Ірина", request.param, ("admin", ""))
    client.force_login(person)
    type(person).objects.update(last_login=LATE)
    return client, WORDS[request.param]


def test_when_somebody_was_here_last(desk):
    client, words = desk
    assert words in client.get("/admin/staff/person/").text


def test_since_when_readers_are_asked(desk):
    client, words = desk
    Policy.objects.update(since=LATE)
    assert words in client.get("/admin/readers/policy/").text
