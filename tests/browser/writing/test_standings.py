"""The sentence in the head that says where a language stands is there in full, however narrow the screen."""

import pytest

from articles.models import Edition
from tests.builders import a_text, an_article, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IS_CUT = "(state) => state.scrollWidth > state.clientWidth + 1 || state.getBoundingClientRect().right > innerWidth"


@pytest.fixture
def article(maria):
    """A live story in two languages with a long sentence to say of each."""
    article = an_article(a_text(en="<p>Traffic began.</p>"), languages=("uk", "en"), changed_by=maria)
    published(article), published(article, "en")
    Edition.objects.update(unpublished=3, behind=2)
    return article


@pytest.mark.parametrize("width", [1280, 1024, 768, 390])
def test_the_state_of_one_language_is_never_cut(opened, desk, article, width):
    desk.set_viewport_size({"width": width, "height": 800})
    page = opened(article)
    assert not page.locator(".standings").evaluate(IS_CUT)
    assert not page.locator(".standing .state").evaluate(IS_CUT)
    assert page.locator(".standing").bounding_box()["height"] < 80


@pytest.mark.parametrize("width", [1024, 768])
def test_of_two_languages_what_does_not_fit_ends_visibly_and_is_the_title(opened, desk, article, width):
    desk.set_viewport_size({"width": width, "height": 800})
    standing = opened(article, "uk,en").locator(".standing").first
    state = standing.locator(".state")
    assert not state.evaluate(IS_CUT) or state.evaluate("(state) => getComputedStyle(state).textOverflow") == "ellipsis"
    assert "3 unpublished changes" in standing.get_attribute("title")
    assert standing.get_attribute("title").endswith("· Maria")


def test_what_hangs_below_the_head_keeps_clear_of_it_however_high_it_is(opened, desk, article):
    desk.set_viewport_size({"width": 390, "height": 800})
    page = opened(article)
    page.get_by_role("button", name="Details").click()
    head, first = page.locator(".writing-head").bounding_box(), page.get_by_text("Assigned to").bounding_box()
    assert head["height"] > 130 and first["y"] >= head["y"] + head["height"]
