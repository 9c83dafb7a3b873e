"""Every save of the desk can be gone back to."""

import json

import pytest

from tests.builders import a_quote, an_article, changed

pytestmark = pytest.mark.django_db


def test_every_save_keeps_a_version_with_who_and_why(olha):
    article = an_article(by=olha, headline_uk="Міст")
    changed(article, by=olha, headline_uk="Міст закрито")
    kept = [(each.number, each.by, each.reason) for each in article.versions.all()]
    assert kept == [(2, olha, "save"), (1, olha, "save")]


def test_a_version_holds_every_column_of_the_story_and_its_parts():
    quote = a_quote(attribution_uk="перехожа")
    article = an_article(quote, headline_uk="Міст")
    content = article.versions.first().content
    assert content["article"]["headline_uk"] == "Міст"
    assert content["blocks"][0]["uid"] == str(quote.uid)
    assert json.loads(json.dumps(content)) == content


def test_a_version_is_never_changed():
    article = an_article()
    version = article.versions.first()
    with pytest.raises(TypeError):
        version.save()
