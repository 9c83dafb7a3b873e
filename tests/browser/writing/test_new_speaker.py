"""A speaker who is not in the library yet is made while the story is written."""

import pytest

from articles.models import Speaker
from tests.browser.writing.saving import save
from tests.builders import a_quote, an_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_speaker_made_beside_the_quote_is_the_one_who_said_it(opened):
    article = an_article(a_quote(speaker=None))
    desk = opened(article)
    quote = desk.locator("#quotes-0")
    quote.locator(".ProseMirror").first.click()
    with desk.expect_popup() as opening:
        quote.locator(".speaker .add-related").click()
    window = opening.value
    window.get_by_label("Full name · Українська").fill("Лев Гай")
    with window.expect_event("close"):
        window.get_by_role("button", name="Save").click()
    save(desk)
    assert article.blocks.get().speaker == Speaker.objects.get(name_uk="Лев Гай")
