"""Colleagues are found by their names in whatever case they are typed."""

import pytest

from tests.people import hire

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["Оксана", "оксана", "ГАЙ", "гай оксана", "oksana"])
def test_a_name_is_found_in_any_case(admin_client, words):
    person = hire("oksana.hai", "Оксана", "uk")
    person.last_name = "Гай"
    person.save()
    hire("petro", "Петро", "uk")
    found = admin_client.get("/admin/staff/person/", {"q": words}).context["cl"].result_list
    assert [each.username for each in found] == ["oksana.hai"]
