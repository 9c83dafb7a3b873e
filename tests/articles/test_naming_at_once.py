"""Two people give one name at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.models import Topic
from tests.builders import a_topic

pytestmark = pytest.mark.django_db(transaction=True)


def wait_before_writing(together):
    """Let both look for a free slug before either writes."""
    waited = []

    def wrapper(execute, sql, params, many, context):
        if sql.startswith(("BEGIN", "INSERT")) and not waited:
            waited.append(together.wait(timeout=20))
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrapper)


def make_and_hang_up(name, together):
    try:
        with wait_before_writing(together):
            a_topic(uk=name)
    finally:
        connection.close()


def test_things_of_one_name_get_addresses_of_their_own():
    together = Barrier(2)
    with ThreadPoolExecutor(2) as desk:
        list(desk.map(make_and_hang_up, ["Міст", "Міст"], [together, together]))
    assert sorted(Topic.objects.values_list("slug_uk", flat=True)) == ["mist", "mist-2"]
    assert sorted(Topic.objects.values_list("slug_pl", flat=True)) == ["mist", "mist-2"]
