"""Sources that were cited before they had a uid get one each."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Citation
from tests.builders import a_citation, an_article

pytestmark = pytest.mark.django_db


def test_each_gets_another_however_many_there_are(django_assert_num_queries):
    an_article(*(a_citation() for _time in range(3)))
    before = set(Citation.objects.values_list("uid", flat=True))
    migration = import_module("articles.migrations.0013_a_cited_source_has_an_id_of_its_own")
    with django_assert_num_queries(1):
        migration.give_uids(apps, SimpleNamespace(connection=connection))
    uids = set(Citation.objects.values_list("uid", flat=True))
    assert len(uids) == 3 and not uids & before
