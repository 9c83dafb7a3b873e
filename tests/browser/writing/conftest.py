"""The writing form as Maria, who edits and publishes, sees it."""

import pytest

from tests.signing_in import sign_in


@pytest.fixture
def desk(maria, context, page, live_server):
    """A page of Maria's."""
    sign_in(context, maria, live_server.url)
    return page


@pytest.fixture
def opened(desk):
    """A function that opens a story in some languages."""

    def open_story(article, languages="uk"):
        desk.goto(f"/admin/articles/article/{article.pk}/change/?langs={languages}")
        return desk

    return open_story
