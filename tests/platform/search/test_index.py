"""The index holds what it was told last, and gives it up when it is told so, on both databases."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor

from newsroom.search.engine import backend
from newsroom.search.entries import rules
from newsroom.search.fields import Wanted
from newsroom.search.models import Document
from tests.platform.search.corpus import an_entry, found, indexed

pytestmark = pytest.mark.django_db


def matching(*terms):
    return set(
        Document.objects.filter(terms__matches=Wanted(tuple(frozenset([term]) for term in terms))).values_list(
            "key", flat=True
        )
    )


def test_a_document_is_found_by_any_form_of_its_words():
    (key,) = indexed(an_entry("Міст відкрито"))
    assert found("мостами") == found("МОСТУ") == [key]


def test_what_is_told_again_is_found_by_its_new_words_only():
    entry = an_entry("Міст відкрито", key=7)
    indexed(entry)
    indexed(an_entry("Порт закрито", key=7))
    assert (found("міст"), found("порт")) == ([], [7])
    assert Document.objects.count() == 1


def test_what_is_taken_out_is_found_no_longer_with_all_its_owner_has():
    story = an_entry("Міст", key=1, owner=5)
    quote = an_entry("Міст", key=1, owner=5, kind="quote")
    other = an_entry("Міст", key=2, owner=6)
    indexed(story, quote, other)
    backend().remove([5])
    assert found("міст") == [2]
    assert list(Document.objects.values_list("owner", flat=True)) == [6]


def test_the_lookup_finds_rows_that_any_way_of_writing_brings():
    indexed(an_entry("Міст", key=1), an_entry("Порт", key=2))
    assert matching("міст") == {1}
    Document.objects.filter(key=1).update(terms="порт село:3")
    assert (matching("міст"), matching("порт"), matching("порт", "село:3")) == (set(), {1, 2}, {1})
    new = [document(key, "річка-") for key in (3, 4)]
    Document.objects.bulk_create(new, update_conflicts=True, unique_fields=["kind", "key"], update_fields=["terms"])
    assert matching("річка-") == {3, 4}
    Document.objects.filter(key=3).delete()
    assert matching("річка-") == {4}


def document(key, terms):
    texts = dict.fromkeys(("rules", "marks", "weights", "words"), "")
    place = {"id": key, "key": key, "owner": key, "moment": an_entry().moment}
    return Document(kind="story", language="uk", terms=terms, **place, **texts)


def test_two_things_of_one_second_both_have_a_place_and_so_has_a_thousand():
    moment = timedelta(hours=2)
    entries = [an_entry("Міст", key=key, ago=moment) for key in range(1, 1002)]
    same = entries[0].moment
    indexed(*[entry.__class__(**{**entry.__dict__, "moment": same}) for entry in entries])
    assert Document.objects.count() == 1001
    assert found("міст", page=slice(3)) == [1, 2, 3]
    indexed(an_entry("Міст", key=5000, ago=moment))
    assert Document.objects.count() == 1002


def test_a_document_says_by_which_rules_it_was_indexed():
    indexed(an_entry("Міст"))
    assert Document.objects.get().rules == rules()


def test_terms_are_no_operators_whatever_they_hold():
    assert matching("not", "and") == set()
    indexed(an_entry("near NOT or", language="en", key=9))
    assert found("NOT", language="en") == [9]


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_away_and_made_again_with_what_is_there():
    indexed(an_entry("Міст", key=1))
    operation = import_module("newsroom.search.migrations.0001_documents_and_the_words_known").Migration.operations[-1]
    state = MigrationExecutor(connection).loader.project_state(("search", "0001_documents_and_the_words_known"))
    with connection.schema_editor() as editor:
        operation.database_backwards("search", editor, state, state)
    with connection.schema_editor() as editor:
        operation.database_forwards("search", editor, state, state)
    assert found("міст") == [1]
    indexed(an_entry("Порт", key=2))
    backend().remove([1])
    assert (found("міст"), found("порт")) == ([], [2])


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite makes a table anew, and forgets its triggers.")
def test_the_operation_again_mends_an_index_whose_table_was_made_anew():
    indexed(an_entry("Міст", key=1))
    operation = import_module("newsroom.search.migrations.0001_documents_and_the_words_known").Migration.operations[-1]
    state = MigrationExecutor(connection).loader.project_state(("search", "0001_documents_and_the_words_known"))
    model = state.apps.get_model("search", "Document")
    old, new = model._meta.get_field("rules"), models.CharField(max_length=130)
    new.set_attributes_from_name("rules")
    new.model = model
    with connection.schema_editor() as editor:
        editor.alter_field(model, old, new, strict=True)
    with connection.schema_editor() as editor:
        operation.database_forwards("search", editor, state, state)
    indexed(an_entry("Порт", key=2))
    assert (found("міст"), found("порт")) == ([1], [2])
