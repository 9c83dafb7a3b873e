"""The same questions to the same documents have the same answers, in the same order, whichever database answers.

The answers were written down once; tests/servers/test_typesense.py compares those of Typesense with the database's.
"""

from datetime import timedelta
from random import Random

import pytest

from newsroom.search.backends.pages import Order
from tests.platform.search.corpus import an_entry, answer, indexed

pytestmark = pytest.mark.django_db

WORDS = "міст річка порт рада місто дорога школа війна вода світло трамвай лікарня уряд закон суд бюджет".split()
DOCUMENTS = 400
# The first keys, best first and newest first.
ANSWERS = {
    "мости": [[5, 12, 17, 23, 31, 37], [1, 2, 3, 4, 5, 6]],
    "річкою": [[6, 7, 8, 12, 21, 26], [1, 3, 5, 6, 7, 8]],
    "міст річка": [[12, 6, 9, 8, 17, 1], [1, 3, 5, 6, 7, 8]],
    "порт -рада": [[17, 21, 31, 33, 48, 90], [1, 9, 16, 17, 21, 27]],
    '"міст річка"': [[12, 11, 30, 119, 55, 137], [11, 12, 22, 29, 30, 41]],
    "уряд закону суду": [[356, 45, 360], [45, 356, 360]],
    "лікарні": [[13, 263, 396, 51, 52, 89], [13, 24, 29, 51, 52, 78]],
    "бюджети трамваї": [[79, 64, 286, 312, 380, 97], [15, 22, 33, 64, 79, 81]],
    "світлами": [[18, 20, 30, 47, 50, 52], [2, 7, 9, 10, 18, 19]],
    "війни -міст -річка": [[85, 14, 341], [14, 85, 341]],
}


@pytest.fixture
def corpus():
    dice = Random(11)
    entries = []
    for key in range(1, DOCUMENTS + 1):
        drawn = [dice.choices(WORDS, range(len(WORDS), 0, -1))[0] for _word in range(12)]
        marks = frozenset({f"topic:{dice.randint(1, 5)}"})
        texts = " ".join(drawn[:2]), " ".join(drawn[2:5]), " ".join(drawn[5:])
        entries.append(an_entry(*texts, key=key, ago=timedelta(hours=6 * key), marks=marks))
    indexed(*entries)


def answers(question, marks=()):
    return [list(answer(question, order=order, page=slice(6), marks=marks).keys) for order in Order]


@pytest.mark.parametrize("question", ANSWERS)
def test_the_answer_is_the_one_that_was_written_down(corpus, question):
    marks = [["topic:3"]] if question.startswith("лікарні") else []
    assert answers(question, marks) == ANSWERS[question]
