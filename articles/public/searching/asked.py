"""What a reader asks of stories or of the quote bank: the parameters of an address, and the addresses of the same with
something changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import ClassVar, Self
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from articles.finding.entries import QUOTE, STORY
from articles.models import Author, Category, Office, Source, Speaker, Topic
from articles.models.naming import CODES, Named
from newsroom.search.backends.pages import MOST, Order
from newsroom.search.entries import mark
from newsroom.search.queries import MOST_LETTERS, Query, read

SIZE = 20
LAST_PAGE = MOST // SIZE
LONGEST = MOST_LETTERS + 1  # letters of a question that are carried on: one more, so that it is known to be cut
SUBJECTS: dict[str, type[Named]] = {
    "category": Category,
    "topic": Topic,
    "speaker": Speaker,
    "source": Source,
    "author": Author,
}
PERIODS = {
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=31),
    "year": timedelta(days=366),
}
YEAR = re.compile(r"\d{4}", re.ASCII)
MONTH = re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """A question: words, the slugs of what the answer must be about, a period, an order, the number of a page."""

    PAGE: ClassVar = "search"
    KIND: ClassVar = STORY
    ORDER: ClassVar = Order.BEST
    SUBJECTS: ClassVar = tuple(SUBJECTS)

    text: str = ""
    subjects: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    order: Order = Order.BEST
    number: int = 1

    @classmethod
    def of(cls, params: QueryDict) -> Self:
        """Read the parameters of an address; what makes no sense is as if it weren't there."""
        return cls(
            text=text_in(params, "q"),
            subjects={kind: text_in(params, kind) for kind in cls.SUBJECTS if text_in(params, kind)},
            order=next((each for each in Order if each == params.get("sort")), cls.ORDER),
            number=number_in(params.get("page", "")),
            **cls.more_of(params),
        )

    @classmethod
    def more_of(cls, params: QueryDict) -> dict[str, str]:
        period = params.get("period", "")
        return {"period": period if period in PERIODS or YEAR.fullmatch(period) else ""}

    def but(self, **changes: object) -> Self:
        """Return the same question with changes, from its first page."""
        return replace(self, **{"number": 1} | changes)

    def about(self, kind: str, slug: str) -> Self:
        """Return the same question about something more; without a slug, about one thing less."""
        others = {each: given for each, given in self.subjects.items() if each != kind}
        return self.but(subjects=others | ({kind: slug} if slug else {}))

    @property
    def address(self) -> str:
        given = {name: value for name, value in self.params() if value}
        return f"{self.home}?{urlencode(given)}" if given else self.home

    def params(self) -> Iterator[tuple[str, object]]:
        yield "q", self.text
        yield from self.narrowed()
        yield "sort", self.order if self.order != self.ORDER else ""
        yield "page", self.number if self.number > 1 else ""

    def narrowed(self) -> Iterator[tuple[str, str]]:
        """Yield the parameters besides the words, as a form carries them on."""
        yield from self.subjects.items()
        yield "period", self.period

    @property
    def home(self) -> str:
        """The address at which nothing is asked yet."""
        return reverse(self.PAGE)

    @property
    def is_something(self) -> bool:
        """Something is asked for, if only another order."""
        return any(value for _name, value in self.params())

    @property
    def since(self) -> datetime | None:
        return timezone.now() - PERIODS[self.period] if self.period in PERIODS else None

    @property
    def page(self) -> slice:
        return slice((self.number - 1) * SIZE, self.number * SIZE)

    def marks(self) -> Iterator[list[str]]:
        """Yield the marks of which a document must have one, besides those of the subjects."""
        if YEAR.fullmatch(self.period):
            yield [mark("year", self.period)]


@dataclass(frozen=True)
class AskedOfQuotes(Asked):
    """A question to the quote bank: who said it, in which office, about what, when, to whom."""

    PAGE: ClassVar = "quotes"
    KIND: ClassVar = QUOTE
    ORDER: ClassVar = Order.NEWEST
    SUBJECTS: ClassVar = ("speaker", "topic", "source")

    office: str = ""
    month: str = ""

    @classmethod
    def more_of(cls, params: QueryDict) -> dict[str, str]:
        month = params.get("month", "")
        return {"office": text_in(params, "office"), "month": month if MONTH.fullmatch(month) else ""}

    def narrowed(self) -> Iterator[tuple[str, str]]:
        yield from self.subjects.items()
        yield "office", self.office
        yield "month", self.month

    def marks(self) -> Iterator[list[str]]:
        if self.office:
            yield [mark("office", pk) for pk in [0, *offices_called(self.office)]]
        if self.month:
            yield [mark("said", self.month)]


MOST_HOLDERS = 500  # of one office


def offices_called(title: str) -> list[int]:
    """Return the ids of an office, whoever holds it, by its title in any language."""
    called = reduce(or_, (Q(**{f"title_{code}": title}) for code in CODES))
    return list(Office.objects.filter(called).values_list("pk", flat=True)[:MOST_HOLDERS])


def text_in(params: QueryDict, name: str) -> str:
    """Return a text of an address; PostgreSQL takes none with a NUL in it."""
    return params.get(name, "").replace("\x00", "")[:LONGEST]


def number_in(text: str) -> int:
    """Read the number of a page; beyond the last one it is the last one."""
    is_number = text.isascii() and text.isdecimal() and len(text) < 9
    return min(max(int(text), 1), LAST_PAGE) if is_number else 1


def subjects_of(asked: Asked) -> dict[str, Named | None]:
    """Return what the answer must be about, by kind; None stands for what readers have nothing of."""
    found = {kind: SUBJECTS[kind].at(get_language(), slug) for kind, slug in asked.subjects.items()}
    return {kind: each if each and each.listings.visible().exists() else None for kind, each in found.items()}


def query_of(asked: Asked, subjects: Mapping[str, Named | None], language: str) -> Query:
    """Return a question as it is put to the documents of a language."""
    about = [[mark(kind, subject.pk if subject else 0)] for kind, subject in subjects.items()]
    return read(asked.text, language).among(asked.KIND, [*about, *asked.marks()], since=asked.since)
