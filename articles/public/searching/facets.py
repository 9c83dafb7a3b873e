"""By what the answer to a question can be narrowed down, and how much would be left."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Office
from articles.models.naming import Named
from articles.templatetags.articles import month_of

from .. import columns
from ..mentions import Mention, mentioned
from .asked import PERIODS, SUBJECTS, YEAR, Asked, AskedOfQuotes

MOST = 8  # of a kind, those with most stories
MOST_MONTHS = 12
LOOKED_AT = 40  # offices, of which several may be one with several holders
TITLES = {
    "category": _("Section"),
    "topic": _("Topic"),
    "speaker": _("Who speaks"),
    "source": _("Source"),
    "author": _("Author"),
    "office": _("Office"),
    "month": _("Said in"),
    "period": _("Published"),
}
PERIOD_NAMES = {
    "day": _("in the last 24 hours"),
    "week": _("in the last week"),
    "month": _("in the last month"),
    "year": _("in the last year"),
}
OFFICES = Office.objects.only("speaker", *columns.titles())


@dataclass(frozen=True)
class Choice:
    """A way to narrow down, with the number of documents it would leave, if that is known."""

    name: object  # what {% name_of %} takes, or words
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
    for kind in asked.SUBJECTS:
        numbers = parting(kind, marks, total)
        if numbers and kind not in asked.subjects:
            yield Facet(TITLES[kind], list(subjects_in(asked, kind, numbers)))
    own = of_quotes(asked, marks, total) if isinstance(asked, AskedOfQuotes) else of_stories(asked, total)
    for kind, choices in own:
        if choices:
            yield Facet(TITLES[kind], choices)


def of_stories(asked: Asked, total: int) -> Iterator[tuple[str, list[Choice]]]:
    if total and not asked.period:
        yield "period", [Choice(PERIOD_NAMES[period], asked.but(period=period).address) for period in PERIODS]


def of_quotes(asked: AskedOfQuotes, marks: Counter[str], total: int) -> Iterator[tuple[str, list[Choice]]]:
    if not asked.office:
        yield "office", list(offices_in(asked, parting("office", marks, total)))
    if not asked.month:
        months = sorted(parting("said", marks, total).items(), reverse=True)[:MOST_MONTHS]
        yield "month", [Choice(named(month), asked.but(month=month).address, number) for month, number in months]


def parting(kind: str, marks: Counter[str], total: int) -> Counter[str]:
    """Return how much has each mark of a kind, without those that all of it has."""
    return Counter({value: number for value, number in values_in(kind, marks).items() if number < total})


def values_in(kind: str, marks: Counter[str]) -> Counter[str]:
    """Return how much has each mark of a kind."""
    begins = f"{kind}:"
    return Counter({each.removeprefix(begins): number for each, number in marks.items() if each.startswith(begins)})


def subjects_in(asked: Asked, kind: str, numbers: Counter[str]) -> Iterator[Choice]:
    for each in mentioned(SUBJECTS[kind], (int(pk) for pk, _number in numbers.most_common(MOST))):
        yield Choice(each, asked.about(kind, slug_in(each)).address, numbers[str(each.pk)])


def offices_in(asked: AskedOfQuotes, numbers: Counter[str]) -> Iterator[Choice]:
    """Yield offices by their titles, each with what all its holders said in it."""
    often = [int(pk) for pk, _number in numbers.most_common(LOOKED_AT)]
    offices, of_title = OFFICES.in_bulk(often), Counter()
    for pk in often:
        if office := offices.get(pk):
            of_title[office.name_shown] += numbers[str(pk)]
    for (title, language), number in of_title.most_common(MOST):
        yield Choice(Title((title, language)), asked.but(office=title).address, number)


@dataclass(frozen=True)
class Title:
    """The title of an office and the language it is in."""

    name_shown: tuple[str, str]


def slug_in(mention: Mention) -> str:
    return mention.address.rstrip("/").rpartition("/")[2]


def named(month: str) -> str:
    return month_of(date.fromisoformat(f"{month}-01"))


def chosen_of(asked: Asked, subjects: Mapping[str, Named | None]) -> Iterator[Chosen]:
    for kind, subject in subjects.items():
        yield Chosen(TITLES[kind], subject or asked.subjects[kind], asked.about(kind, "").address)
    if asked.period:
        name = asked.period if YEAR.fullmatch(asked.period) else PERIOD_NAMES[asked.period]
        yield Chosen(TITLES["period"], name, asked.but(period="").address)
    if isinstance(asked, AskedOfQuotes):
        yield from chosen_of_quotes(asked)


def chosen_of_quotes(asked: AskedOfQuotes) -> Iterator[Chosen]:
    if asked.office:
        yield Chosen(TITLES["office"], asked.office, asked.but(office="").address)
    if asked.month:
        yield Chosen(TITLES["month"], named(asked.month), asked.but(month="").address)
