"""What the page of a topic, a source or an author tells besides its stories: topics that go with it, and its years."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import get_language

from articles.finding.entries import STORY
from articles.models.listings import Listing
from articles.models.naming import Named
from articles.shown import shows
from newsroom.search.backends.pages import MOST, Answer, Order
from newsroom.search.engine import backend
from newsroom.search.entries import mark
from newsroom.search.queries import read

from .mentions import Mention, mentioned
from .searching.asked import SUBJECTS, Asked
from .searching.facets import values_in

MOST_TOPICS = 6


@dataclass(frozen=True)
class Year:
    """A year with stories, how many, and the address that finds them; `number` is MOST at least, if it `is_capped`."""

    year: int
    number: int
    is_capped: bool
    address: str


@dataclass(frozen=True)
class Beside:
    topics: list[Mention]
    years: list[Year]


def beside(subject: Named, listing: type[Listing]) -> Beside:
    """Return what goes with a subject in the page's language, the newest year first; raises Away."""
    shows(subject, "beside", get_language())
    kind = subject._meta.model_name
    query = read("", get_language()).among(STORY, [[mark(kind, subject.pk)]])
    found = backend().search(query, Order.NEWEST, slice(0))
    topics = values_in("topic", found.marks)
    own = str(subject.pk) if kind == "topic" else ""
    often = [int(pk) for pk, _number in topics.most_common(MOST_TOPICS + 1) if pk != own][:MOST_TOPICS]
    return Beside(mentioned(SUBJECTS["topic"], often), list(years_of(subject, listing, found)))


def years_of(subject: Named, listing: type[Listing], found: Answer) -> Iterator[Year]:
    kind = subject._meta.model_name
    asked = Asked(subjects={kind: subject.slug_in(get_language())}, order=Order.NEWEST)
    numbers = every_year(subject, listing) if found.is_capped else known(found.marks)
    for year, number in sorted(numbers.items(), reverse=True):
        yield Year(year, min(number, MOST), number > MOST, asked.but(period=str(year)).address)


def known(marks: Counter[str]) -> dict[int, int]:
    return {int(year): number for year, number in values_in("year", marks).items()}


def every_year(subject: Named, listing: type[Listing]) -> dict[int, int]:
    """Ask for each year, where there are more stories than are looked at; of each year no more are counted."""
    oldest = listing.objects.filter(subject=subject, language=get_language()).order_by("publish_at", "edition").first()
    about = [mark(subject._meta.model_name, subject.pk)]
    years = range(timezone.localdate(oldest.publish_at).year, timezone.localdate().year + 1)
    questions = {year: read("", get_language()).among(STORY, [about, [mark("year", year)]]) for year in years}
    numbers = {year: backend().count(query) for year, query in questions.items()}
    return {year: number for year, number in numbers.items() if number}
