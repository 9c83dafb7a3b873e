"""The guard over every browser test can itself fail."""

import pytest

from tests.visits import Visit

pytestmark = pytest.mark.browser


def complaints(context, live_server, html):
    page = context.new_page()
    visit = Visit(page, live_server.url)
    page.route(f"{live_server.url}/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("https://elsewhere.example/**", lambda route: route.abort())
    page.goto("/", wait_until="load")
    return visit.complaints


def test_a_quiet_page_has_no_complaints(context, live_server):
    assert complaints(context, live_server, "<h1>Тире</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>") == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>console.error('oh no')</script>", "The console says: oh no"),
        ("<script>throw new Error('broken')</script>", "A script failed: broken"),
        ("<img src='https://elsewhere.example/dot.gif'>", "A request left our host: https://elsewhere.example/dot.gif"),
    ],
)
def test_what_goes_wrong_in_a_page_is_heard(context, live_server, html, words):
    assert any(sentence.startswith(words) for sentence in complaints(context, live_server, html))
