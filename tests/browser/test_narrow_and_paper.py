"""A story on the narrowest screen and on paper."""

import pytest

from tests.builders import a_category, a_citation, a_picture, a_topic, an_article, an_edition, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 320, "height": 640}
AFTER = "(link) => getComputedStyle(link, '::after').content"
SQUEEZE = "(also, width) => { also.style.display = 'block'; also.style.inlineSize = `${width}px` }"
TOPS = "(link) => [...link.getClientRects()].map((box) => box.top)"


def test_a_comma_between_languages_stays_with_the_one_before_it(page):
    article = an_article(category=a_category(uk="Місто", en="City", pl="Miasto"), languages=("uk", "en", "pl"))
    for code in ("uk", "en", "pl"):
        story = published(article, code)
    page.goto(story.get_absolute_url())
    also = page.locator(".also")
    for width in range(100, 180, 2):
        also.evaluate(SQUEEZE, width)
        word, comma = also.locator("a").first.evaluate(TOPS)
        assert comma == word


def test_words_beside_a_square_picture_have_most_of_a_narrow_screen(page):
    for _story in range(3):
        an_edition(category=a_category(uk="Місто"), headline_uk="Найвідповідальніший", picture=a_picture())
    page.set_viewport_size(NARROW)
    page.goto("/uk/")
    card = page.locator(".card-aside").first
    assert card.locator("img").bounding_box()["width"] < card.bounding_box()["width"] / 3


def test_on_paper_only_addresses_that_lead_somewhere_are_printed(page):
    topic, citation = a_topic(), a_citation(url="https://example.org/a", title="Звіт")
    page.emulate_media(media="print")
    page.goto(an_edition(citation, topics=[topic]).get_absolute_url())
    assert "example.org" in page.locator(".after a[href^=https]").evaluate(AFTER)
    assert page.locator(".after a[href*=topics]").evaluate(AFTER) == "none"
