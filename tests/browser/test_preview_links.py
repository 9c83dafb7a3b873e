"""A link to a preview, in the browser of somebody without an account: the page, and the end of it in words."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.preview.links import make_link, path_to, revoke
from tests.builders import a_text, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def link(maria):
    article = an_article(a_text(en="<p>Traffic began.</p>"), languages=("uk", "en"))
    return make_link(article.versions.first(), "en", maria, 24)


def test_the_page_is_shown_and_says_that_it_is_a_preview(link, page):
    page.goto(path_to(link))
    expect(page.get_by_role("heading", level=1)).to_have_text("The bridge is open")
    expect(page.get_by_text("Preview: this is not published.")).to_be_visible()


def expire(link):
    link.expires = timezone.now() - timedelta(minutes=1)
    link.save()


@pytest.mark.parametrize(
    ("end", "words"), [(expire, "The time of this link is over"), (revoke, "has taken this link back")]
)
@pytest.mark.parametrize("width", [1280, 320])
def test_a_link_that_has_ended_says_why_with_a_404(link, context, end, words, width):
    end(link)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    assert page.goto(path_to(link)).status == 404
    expect(page.locator("main")).to_contain_text(words)
    expect(page.get_by_text("Traffic began.")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
