"""Several people register cookies, and many readers answer, at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from newsroom.readers.models import Policy, PolicyText, Tally
from newsroom.readers.proof import count
from tests.readers import registered

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = ["preferences", "analytics", "embeds", "marketing"]


def at_once(deed, *arguments):
    """Do a deed with each argument, all at the same time, each on a connection and in a transaction of its own."""

    def do(argument):
        try:
            with transaction.atomic():
                deed(argument)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(arguments)) as people:
        list(people.map(do, arguments))


def test_what_four_people_register_is_all_asked_for():
    at_once(registered, *ASKED)
    assert [purpose.name for purpose in Policy.objects.current().purposes] == ASKED


def test_what_is_registered_under_an_answered_policy_is_new_to_readers_each_time():
    registered("preferences")
    number = Policy.objects.current().number
    at_once(registered, *ASKED[1:])
    assert Policy.objects.current().number == number + 3
    assert [purpose.name for purpose in Policy.objects.current().purposes] == ASKED


def test_the_first_answers_of_a_day_are_all_counted():
    registered("embeds")
    policy = Policy.objects.current()
    at_once(lambda _reader: count(policy, "en", "accept", {"embeds"}), *range(8))
    assert list(Tally.objects.values_list("count", flat=True)) == [8]


def test_a_text_that_many_readers_see_first_is_kept_once():
    policy = Policy.objects.create(number=Policy.objects.current().number + 1)
    at_once(lambda _reader: count(policy, "en", "accept", set()), *range(8))
    assert PolicyText.objects.filter(policy=policy, language="en").count() == 1
