"""What every backend answers, and how what it found is put in order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from ..queries import Query

MOST = 1000  # documents that are looked at, the newest; a reader who needs more narrows the question down
HEAVIEST = 4


class Away(Exception):
    """Raised when an index that is not in our database doesn't answer."""


class Order(StrEnum):
    BEST = "best"
    NEWEST = "newest"


class Found(NamedTuple):
    """A document that answers a question: what it is, and all that its place in the answer depends on."""

    key: int
    moment: datetime
    marks: str
    weights: str


@dataclass(frozen=True)
class Answer:
    """The keys of a page of what was found, and of how much: `total` is of the newest MOST, if it `is_capped`."""

    keys: Sequence[int]
    total: int
    is_capped: bool
    marks: Counter[str]


def answer(
    found: Sequence[Found], query: Query, order: Order, page: slice, now: datetime, *, is_capped: bool
) -> Answer:
    """Answer with a page of what was found, in the order that is asked for."""
    placed = by_worth(found, query, now) if order == Order.BEST else sorted(found, key=newest_first)
    # In their order, so that what is counted alike comes in the same order each time.
    marks = Counter(mark for each in placed for mark in each.marks.split())
    return Answer([each.key for each in placed[page]], len(found), is_capped, marks)


def by_worth(found: Iterable[Found], query: Query, now: datetime) -> list[Found]:
    """Put what weighs more first, and of what weighs alike the newest; weight fades with the weeks."""
    return sorted(found, key=lambda each: (-relevance(each, query) * freshness(now - each.moment), *newest_first(each)))


def newest_first(found: Found) -> tuple[float, int]:
    """Return what to sort by; of what has one moment what was written first comes first."""
    return -found.moment.timestamp(), found.key


def relevance(found: Found, query: Query) -> float:
    """Return how much of the headline, lead and text the words looked for are, from 0.2 to 1."""
    if not query.groups:
        return 1
    weights = (1 + max(weight_of(key, found.weights) for key in group) for group in query.groups)
    return sum(weights) / (len(query.groups) * (1 + HEAVIEST))


def weight_of(key: str, weights: str) -> int:
    place = weights.find(f" {key}=")
    return int(weights[place + len(key) + 2]) if place >= 0 else 0


def weighed(weights: dict[str, int]) -> str:
    """Write down the weights that are any, for weight_of()."""
    return "".join(f" {key}={weight}" for key, weight in weights.items() if weight)


def freshness(age: timedelta) -> float:
    """Return what is left of a weight: all of it today, two thirds after a week, three tenths in the end."""
    return 0.3 + 0.7 / (1 + max(age, timedelta()) / timedelta(weeks=1))
