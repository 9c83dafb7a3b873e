"""Opening the form costs the same number of queries, however long the story."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    a_citation,
    a_picture,
    a_picture_block,
    a_point,
    a_quote,
    a_speaker,
    a_text,
    an_article,
)

pytestmark = pytest.mark.django_db


def parts(times):
    picture = a_picture()
    for number in range(times):
        yield from (
            a_text(f"<p>{number}</p>", "<p>Yes.</p>"),
            a_quote(speaker=a_speaker(f"Ада {number}", portrait=picture, office={"title_uk": "мерка"})),
            a_picture_block(picture=picture),
            a_point(f"{number}"),
        )


def queries_to_open(client, article):
    address = f"/admin/articles/article/{article.pk}/change/?langs=uk,en,pl"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_long_story_opens_with_as_many_queries_as_a_short_one(client, maria):
    client.force_login(maria)
    short, long = (an_article(*parts(times), a_citation(), languages=("uk", "en")) for times in (1, 10))
    assert queries_to_open(client, long) == queries_to_open(client, short) < 40
