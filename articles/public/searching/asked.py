"""What a reader asks search: the parameters of its address, and the addresses of the same with something changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from articles.finding.entries import STORY
from articles.models import Category, Source, Speaker, Topic
from articles.models.naming import Named
from newsroom.search.backends.pages import MOST, Order
from newsroom.search.entries import mark
from newsroom.search.queries import Query, read

SIZE = 20
LAST_PAGE = MOST // SIZE
SUBJECTS: dict[str, type[Named]] = {"category": Category, "topic": Topic, "speaker": Speaker, "source": Source}
PERIODS = {
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=31),
    "year": timedelta(days=366),
}
LONGEST = 10_000  # letters of a question that are carried on; what is longer nobody typed


@dataclass(frozen=True)
class Asked:
    """A question: words, the slugs of what stories must be about, a period, an order, the number of a page."""

    text: str = ""
    subjects: Mapping[str, str] = None
    period: str = ""
    order: Order = Order.BEST
    number: int = 1

    @classmethod
    def of(cls, params: QueryDict) -> Self:
        """Read the parameters of an address; what makes no sense is as if it weren't there."""
        number = params.get("page", "")
        return cls(
            text=params.get("q", "")[:LONGEST],
            subjects={kind: params[kind] for kind in SUBJECTS if params.get(kind)},
            period=params.get("period") if params.get("period") in PERIODS else "",
            order=Order.NEWEST if params.get("sort") == Order.NEWEST else Order.BEST,
            number=min(int(number), LAST_PAGE) if number.isascii() and number.isdecimal() and len(number) < 9 else 1,
        )

    def but(self, **changes: object) -> str:
        """Return the address of the first page of the same question with changes."""
        return address_of(replace(self, **{"number": 1} | changes))

    def about(self, kind: str, slug: str) -> str:
        """Return the address of the same question about something more; without a slug, about one thing less."""
        others = {each: given for each, given in self.subjects.items() if each != kind}
        return self.but(subjects=others | ({kind: slug} if slug else {}))

    @property
    def since(self) -> datetime | None:
        return timezone.now() - PERIODS[self.period] if self.period else None

    @property
    def page(self) -> slice:
        return slice((self.number - 1) * SIZE, self.number * SIZE)


def address_of(asked: Asked) -> str:
    params = {"q": asked.text, **asked.subjects, "period": asked.period}
    params["sort"] = asked.order if asked.order != Order.BEST else ""
    params["page"] = asked.number if asked.number > 1 else ""
    given = {name: value for name, value in params.items() if value}
    return f"{reverse('search')}?{urlencode(given)}" if given else reverse("search")


def subjects_of(asked: Asked) -> dict[str, Named | None]:
    """Return what the stories asked for are about, by kind; None stands for what isn't there."""
    return {kind: SUBJECTS[kind].at(get_language(), slug) for kind, slug in asked.subjects.items()}


def query_of(asked: Asked, subjects: Mapping[str, Named | None], language: str) -> Query:
    """Return a question as it is put to the stories of a language."""
    marks = [[mark(kind, subject.pk if subject else 0)] for kind, subject in subjects.items()]
    return read(asked.text, language).among(STORY, marks, since=asked.since)
