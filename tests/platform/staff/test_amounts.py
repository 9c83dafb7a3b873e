"""How many rows there are: exact while they are few, else what the database believes, else that there are more."""

import pytest
from django.db import connection
from django.utils import translation

from newsroom.staff.amounts import Amount
from newsroom.staff.models import Person


@pytest.fixture(autouse=True)
def three_at_most_in_english(monkeypatch):
    monkeypatch.setattr(Amount, "MOST", 3)
    with translation.override("en"):
        yield


@pytest.fixture
def people(db):
    def hired(number, **fields):
        Person.objects.bulk_create(Person(username=f"{place}", **fields) for place in range(number))
        return Person.objects.order_by("last_name")

    return hired


def analyse():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def test_an_empty_table_has_none(people):
    amount = Amount.of(people(0))
    assert (str(amount), bool(amount), amount.is_exact) == ("0", False, True)


def test_a_few_rows_are_counted(people):
    amount = Amount.of(people(3))
    assert (str(amount), amount.countable, amount.is_exact) == ("3", 3, True)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL has to look at a table first.")
def test_of_many_rows_that_postgresql_never_looked_at_there_are_more(people):
    amount = Amount.of(people(5))
    assert (str(amount), amount.countable, amount.is_exact) == ("more than 3", 3, False)


def test_of_many_rows_the_database_knows_about_how_many(people):
    rows = people(7)
    analyse()
    amount = Amount.of(rows)
    assert (str(amount), amount.countable, amount.is_exact) == ("about 7", 3, False)


def test_rows_that_were_taken_out_again_are_not_believed_in(people):
    people(9)
    analyse()
    Person.objects.exclude(username="8").delete()
    assert str(Amount.of(Person.objects.all())) == "1"


def test_of_many_rows_that_were_narrowed_down_there_are_more(people):
    rows = people(7, is_staff=True)
    analyse()
    assert str(Amount.of(rows.filter(is_staff=True))) == "more than 3"
    assert str(Amount.of(rows.filter(is_staff=False))) == "0"


def test_no_more_rows_are_read_than_are_counted(people, django_assert_num_queries):
    rows = people(5)
    with django_assert_num_queries(2) as queries:
        Amount.of(rows)
    assert "LIMIT 4" in queries[0]["sql"]
    with django_assert_num_queries(1):
        Amount.of(rows.filter(is_staff=True))


def test_an_estimate_has_two_digits(db):
    assert str(Amount(4, 1_234_567)) == "about 1,200,000"
    assert str(Amount(4, 995)) == "about 1,000"


@pytest.mark.parametrize(
    ("language", "about", "more"),
    [
        ("uk", "близько 1\xa0000\xa0000", "понад 10\xa0000"),
        ("en", "about 1,000,000", "more than 10,000"),
        ("pl", "około 1\xa0000\xa0000", "ponad 10\xa0000"),
    ],
)
def test_each_language_says_it_in_its_words_and_groups_digits_its_way(monkeypatch, language, about, more):
    monkeypatch.setattr(Amount, "MOST", 10_000)
    with translation.override(language):
        assert str(Amount(10_001, 1_004_000)) == about
        assert str(Amount(10_001)) == more
