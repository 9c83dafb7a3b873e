"""What each story of an archive is: its category, its languages, its day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from articles.models import Category
from articles.models.naming import CODES

from .things import Things

YEARS = 20
ORIGINAL = "uk"
OF_FIVE = {"uk": 5, "en": 3, "pl": 1}  # how many stories of five a language has
RARE = 10_000
# Even a small archive fills the first page of its rare category, so that archives of all sizes can be compared.
FULL_PAGE = 21
# A translation follows its original.
HOURS_LATER = {"uk": 0, "en": 3, "pl": 7}


@dataclass(frozen=True)
class Planned:
    """A story to write."""

    category: Category
    languages: list[str]
    moment: datetime

    def moment_in(self, language: str) -> datetime:
        return self.moment + timedelta(hours=HOURS_LATER[language])


def planned(number: int, things: Things, dice: Random) -> Iterator[Planned]:
    """Yield so many stories, the oldest first, evenly over the years until yesterday."""
    span = timedelta(days=365 * YEARS)
    begin = timezone.now() - timedelta(days=1) - span
    pace = span / number
    step = min(RARE, max(1, number // FULL_PAGE))
    for place in range(number):
        common = dice.choices(things.categories, things.shares)[0]
        yield Planned(
            category=common if place % step else things.rare,
            languages=[code for code in CODES if place % 5 < OF_FIVE.get(code, 0)],
            moment=begin + pace * (place + 1),
        )
