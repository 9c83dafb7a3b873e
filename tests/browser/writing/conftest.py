"""The writing form as Maria, who edits and publishes, sees it."""

import pytest
from django.conf import settings


@pytest.fixture
def desk(client, maria, context, page, live_server):
    """A page of Maria's."""
    client.force_login(maria)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return page


@pytest.fixture
def opened(desk):
    """A function that opens a story in some languages."""

    def open_story(article, languages="uk"):
        desk.goto(f"/admin/articles/article/{article.pk}/change/?langs={languages}")
        return desk

    return open_story
