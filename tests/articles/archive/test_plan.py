"""The plan of an archive, which may be one of a million stories."""

from collections import deque
from datetime import timedelta
from itertools import islice
from random import Random

import pytest
from django.utils import timezone

from articles.archive.plan import YEARS, planned
from articles.archive.things import things

A_MILLION = 1_000_000


@pytest.mark.django_db
def test_a_million_stories_are_spread_evenly_over_the_years():
    begin = timezone.now() - timedelta(days=365 * YEARS + 1)
    stories = planned(A_MILLION, things(), Random(1))
    [fifth] = deque(islice(stories, A_MILLION // 5), maxlen=1)
    assert abs(fifth.moment - begin - timedelta(days=365 * YEARS / 5)) < timedelta(minutes=1)
