"""How old what readers saw was, by what is known to be true."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from statistics import quantiles
from typing import NamedTuple

from .crowd import Reading
from .fuzz import FRONT, Fuzz

ON_TOP = 5  # the newest so many are on the front page and on that of their category, whatever else happens


class Verdict(NamedTuple):
    """What a server gave its readers: ages in seconds, of what was no longer true; what was not true yet."""

    readings: int
    p99: float  # seconds
    ages: list[float]
    early: list[str]
    wrong: list[str]

    @property
    def oldest(self) -> float:
        return max(self.ages, default=0.0)

    def older_than(self, seconds: float) -> int:
        return sum(age > seconds for age in self.ages)


class Judge:
    """Knows what a fuzz has done, once it is over."""

    def __init__(self, fuzz: Fuzz) -> None:
        self.facts = fuzz.facts
        self.by_date = sorted(fuzz.fresh, key=lambda story: story.publish_at)
        self.dates = [story.publish_at for story in self.by_date]
        self.by_thing = {story.thing: story for story in fuzz.fresh}
        self.by_address = {story.address: story for story in fuzz.fresh}

    def verdict(self, readings: Iterable[Reading]) -> Verdict:
        ages, early, wrong, took = [], [], [], [0.0, 0.0]
        for reading in readings:
            took.append(reading.had - reading.asked)
            if reading.seen.status != 200 and reading.path not in self.by_address:
                wrong.append(f"{reading.path} answered {reading.seen.status}")
            # The age of a page is that of the oldest thing in it.
            found = dict(self.ages(reading))
            early += [f"{thing} on {reading.path}" for thing, age in found.items() if age is None]
            ages.append(max(filter(None, found.values()), default=0.0))
        return Verdict(len(ages), quantiles(took, n=100)[-1], [age for age in ages if age], early, wrong)

    def ages(self, reading: Reading) -> Iterator[tuple[str, float | None]]:
        """Give the things that a reader saw, or should have seen, with their ages; None for what came too early."""
        moments = reading.asked, reading.had
        own = self.by_address.get(reading.path)
        if own:
            yield f"page of {own.thing}", own.answers.age(reading.seen.status, *moments)
        for thing, version in reading.seen.versions:
            if thing in self.facts:
                yield f"{thing}v{version}", self.facts[thing].age(version, *moments)
            elif self.by_thing[thing] is not own:
                yield thing, self.by_thing[thing].shown.age(True, *moments)
        if not own:
            yield from self.lacking(reading)

    def lacking(self, reading: Reading) -> Iterator[tuple[str, float | None]]:
        """Give the newest stories that a list lacks."""
        newest = bisect_right(self.dates, reading.had)
        for story in self.by_date[max(0, newest - ON_TOP) : newest]:
            if reading.path in (FRONT, story.category) and story.thing not in reading.seen.things:
                yield f"no {story.thing}", story.shown.age(False, reading.asked, reading.had)
