"""A headline of one endless word is no wider than any page that shows it, and the fields of a flash grow."""

import pytest

from tests.builders import a_category, a_text, an_article, published
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OF_A_STORY = ("flash", "history", "preview", "breaking/uk", "withdraw/uk", "change")


@pytest.fixture
def desk(maria, context, page, live_server):
    sign_in(context, maria, live_server.url)
    return page


@pytest.mark.parametrize("width", [1280, 390])
def test_an_endless_word_stays_inside_its_page(desk, width, maria):
    story = published(an_article(a_text(), headline_uk="Довго" * 38, changed_by=maria)).article
    desk.set_viewport_size({"width": width, "height": 800})
    of_the_story = [f"articles/article/{story.pk}/{page}/" for page in OF_A_STORY]
    for address in ["", "articles/article/", *of_the_story]:
        desk.goto(f"/admin/{address}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, address


def test_an_endless_word_does_not_push_the_columns_of_the_list_away(desk):
    an_article(headline_uk="Довго" * 38)
    desk.set_viewport_size({"width": 1280, "height": 800})
    desk.goto("/admin/articles/article/")
    table = desk.locator("#result_list").bounding_box()
    assert table["x"] + table["width"] <= 1280


def test_the_fields_of_a_flash_grow_with_their_text(desk):
    a_category()
    desk.set_viewport_size({"width": 390, "height": 800})
    desk.goto("/admin/articles/article/flash/")
    for label in ("Headline", "What happened, in two sentences"):
        area = desk.get_by_label(label)
        area.fill("Слово за словом, і текст росте. " * 12)
        assert area.evaluate("(area) => area.scrollHeight <= area.clientHeight + 1 && area.clientHeight > 200")
