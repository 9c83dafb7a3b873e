"""`manage.py reindex` brings search up to date, goes on where it was broken off, and hides nothing meanwhile."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.finding import reindexing
from newsroom.search.models import Document, Known
from tests.articles.finding.test_what_is_found import found
from tests.builders import a_category, a_quote, an_article, an_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions():
    category = a_category()
    return [an_edition(a_quote(), category=category, headline_uk=f"Міст {number}") for number in range(5)]


def reindex(*options):
    out = StringIO()
    call_command("reindex", *options, stdout=out)
    return out.getvalue().splitlines()


def state():
    return list(Document.objects.order_by("kind", "key").values("kind", "key", "marks", "weights", "words", "rules"))


def test_what_is_missing_is_indexed_as_publishing_would(editions):
    before, words = state(), list(Known.objects.order_by("pk").values_list())
    Document.objects.all().delete()
    Known.objects.all().delete()
    assert found("мости") == []
    assert reindex() == ["Stories: 5 of 5", "Search is up to date. Stories indexed: 5."]
    assert (state(), list(Known.objects.order_by("pk").values_list())) == (before, words)


def test_what_is_up_to_date_is_left_alone(editions):
    assert reindex() == ["Search is up to date. Stories indexed: 0."]


def test_what_was_indexed_by_other_rules_is_indexed_anew(editions, settings):
    settings.SEARCH_MORPHOLOGY = "pymorphy3"
    assert reindexing.lacking().count() == 5


def test_everything_anew_changes_nothing_that_is_right(editions):
    before = state()
    assert reindex("--all")[-1] == "Search is up to date. Stories indexed: 5."
    assert state() == before


def test_a_broken_run_goes_on_where_it_was_and_hides_nothing(editions, monkeypatch):
    monkeypatch.setattr(reindexing, "BATCH", 2)
    done, index = [], reindexing.index

    def broken(batch):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(batch)
        index(batch)
        assert len(found("мости")) == 5

    monkeypatch.setattr(reindexing, "index", broken)
    with pytest.raises(KeyboardInterrupt):
        reindex("--all")
    assert len(found("мости")) == 5
    monkeypatch.setattr(reindexing, "index", index)
    assert reindex()[-1] == "Search is up to date. Stories indexed: 1."


def test_no_more_than_a_batch_is_taken_at_a_time(editions, monkeypatch):
    monkeypatch.setattr(reindexing, "BATCH", 2)
    taken, index = [], reindexing.index
    monkeypatch.setattr(reindexing, "index", lambda batch: (taken.append(len(batch)), index(batch)))
    reindex("--all")
    assert taken == [2, 2, 1]


def test_what_is_not_published_any_more_leaves_the_index(editions):
    editions[0].__class__.objects.filter(pk=editions[0].pk).update(stage="withdrawn")
    assert len(found("мости")) == 5
    reindex()
    assert len(found("мости")) == 4


def test_a_draft_is_not_indexed(editions):
    an_article(headline_uk="Їжак")
    reindex("--all")
    assert found("їжак") == []
