"""By what the answer to a question can be narrowed down, and how much would be left."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..mentions import Mention, mentioned
from .asked import PERIODS, SUBJECTS, Asked

MOST = 8  # of a kind, those with most stories
TITLES = {
    "category": _("Section"),
    "topic": _("Topic"),
    "speaker": _("Who speaks"),
    "source": _("Source"),
}
PERIOD = _("Published")
PERIOD_NAMES = {
    "day": _("in the last 24 hours"),
    "week": _("in the last week"),
    "month": _("in the last month"),
    "year": _("in the last year"),
}


@dataclass(frozen=True)
class Choice:
    """A way to narrow down, with the number of stories it would leave, if that is known."""

    name: object  # what {% name_of %} takes, or a word
    address: str
    number: int | None = None


@dataclass(frozen=True)
class Facet:
    title: Promise
    choices: list[Choice]


@dataclass(frozen=True)
class Chosen:
    """What the answer is narrowed down by, and the address without it."""

    title: Promise
    name: object
    address: str


def facets_of(asked: Asked, marks: Counter[str], total: int) -> Iterator[Facet]:
    """Yield what would part the answer: what all of it has in common, or nothing of it, would not."""
    for kind in SUBJECTS:
        numbers = {int(each.partition(":")[2]): number for each, number in marks.items() if each.startswith(f"{kind}:")}
        parting = Counter({pk: number for pk, number in numbers.items() if number < total})
        if parting and kind not in asked.subjects:
            yield Facet(TITLES[kind], list(choices_of(asked, kind, parting)))
    if total and not asked.period:
        yield Facet(PERIOD, [Choice(PERIOD_NAMES[period], asked.but(period=period)) for period in PERIODS])


def choices_of(asked: Asked, kind: str, numbers: Counter[int]) -> Iterator[Choice]:
    for each in mentioned(SUBJECTS[kind], (pk for pk, _number in numbers.most_common(MOST))):
        yield Choice(each, asked.about(kind, slug_in(each)), numbers[each.pk])


def slug_in(mention: Mention) -> str:
    return mention.address.rstrip("/").rpartition("/")[2]


def chosen_of(asked: Asked, subjects: dict) -> Iterator[Chosen]:
    for kind, subject in subjects.items():
        yield Chosen(TITLES[kind], subject or asked.subjects[kind], asked.about(kind, ""))
    if asked.period:
        yield Chosen(PERIOD, PERIOD_NAMES[asked.period], asked.but(period=""))
