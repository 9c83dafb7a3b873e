"""Random edits of a newspaper, each in a text that tells its version, and what is true of its pages meanwhile."""

import time
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from .newsdesks import Newsdesk
from .truth import Fact

STORIES, SPEAKERS, CATEGORIES = 12, 4, 3
FRONT = "/uk/"
READ = 10  # new stories that are read at their own addresses
AHEAD = 2, 5  # seconds


class Fresh(NamedTuple):
    """A story published meanwhile: the thing in its headline, and since when and until when readers have it."""

    thing: str
    address: str
    edition: int
    category: str
    publish_at: float
    answers: Fact  # the status of its page
    shown: Fact  # whether lists hold it

    @property
    def is_up(self) -> bool:
        return self.answers.spans[-1].value == 200


class Fuzz:
    """Makes edits one after another, and knows what readers should have seen."""

    def __init__(self, desk: Newsdesk, number: int) -> None:
        self.desk, self.dice = desk, Random(number)
        self.facts: dict[str, Fact] = {}
        self.fresh: list[Fresh] = []
        self.stories = desk.do("stories", number=STORIES)["stories"]
        self.speakers = desk.do("named", kind="Speaker", number=SPEAKERS)["rows"]
        self.categories = desk.do("named", kind="Category", number=CATEGORIES)["rows"]
        self.pages = [FRONT, *(address for _pk, address in [*self.stories, *self.speakers, *self.categories])]
        for place in range(STORIES):
            self.headline(place)
            self.lead(place)
        for place in range(SPEAKERS):
            self.speaker(place)
        for place in range(CATEGORIES):
            self.category(place)
        self.word()

    def edit(self) -> None:
        """Make one edit of a random kind."""
        some = self.dice.randrange
        kinds: list[tuple[int, Callable[[], None]]] = [
            (36, lambda: self.headline(some(STORIES))),
            (18, lambda: self.lead(some(STORIES))),
            (14, self.publish),
            (10, self.schedule),
            (10, self.withdraw),
            (6, lambda: self.speaker(some(SPEAKERS))),
            (4, lambda: self.category(some(CATEGORIES))),
            (2, self.word),
        ]
        [(_weight, make)] = self.dice.choices(kinds, [weight for weight, _make in kinds])
        make()

    def choose(self, dice: Random) -> str:
        """Choose a page to read: half of the time the front page or a category."""
        lists = [FRONT, *(address for _pk, address in self.categories)]
        return dice.choice(lists if dice.random() < 0.5 else [*self.pages, *(s.address for s in self.fresh[-READ:])])

    def headline(self, place: int) -> None:
        self.change("s", place, lambda text: ("rewrite", {"story": self.stories[place][0], "headline_uk": text}))

    def lead(self, place: int) -> None:
        self.change("l", place, lambda text: ("rewrite", {"story": self.stories[place][0], "lead_uk": text}))

    def speaker(self, place: int) -> None:
        self.change(
            "p", place, lambda text: ("rename", {"kind": "Speaker", "pk": self.speakers[place][0], "name": text})
        )

    def category(self, place: int) -> None:
        pk = self.categories[place][0]
        self.change("c", place, lambda text: ("rename", {"kind": "Category", "pk": pk, "name": text}))

    def word(self) -> None:
        self.change("w", 0, lambda text: ("ask_readers", {"question": text}))

    def change(self, letter: str, place: int, made: Callable[[str], tuple[str, dict]]) -> None:
        """Give a thing its next version."""
        thing = f"{letter}{place}"
        version = self.facts[thing].spans[-1].value + 1 if thing in self.facts else 0
        verb, told = made(f"Подія {thing}v{version} міста")
        done = self.desk.do(verb, **told)
        if thing in self.facts:
            self.facts[thing].becomes(version, done["begun"], done["committed"])
        else:
            self.facts[thing] = Fact(version)

    def publish(self) -> None:
        self.bring()

    def schedule(self) -> None:
        """Plan a story, half of them with an end as well."""
        at = time.time() + self.dice.uniform(*AHEAD)
        self.bring(at, at + self.dice.uniform(*AHEAD) if self.dice.random() < 0.5 else None)

    def bring(self, at: float | None = None, until: float | None = None) -> None:
        pk, category = self.dice.choice(self.categories)
        thing = f"n{len(self.fresh)}"
        done = self.desk.do("bring", headline=f"Новина {thing}v0", category=pk, at=at, until=until)
        begun, committed = (at, at) if at else (done["begun"], done["committed"])
        story = Fresh(thing, done["address"], done["edition"], category, done["publish_at"], Fact(404), Fact(False))
        story.answers.becomes(200, begun, committed)
        story.shown.becomes(True, begun, committed)
        if until:
            end(story, until, until)
        self.fresh.append(story)

    def withdraw(self) -> None:
        """Withdraw a story that is up, at once or at a moment to come."""
        up = [story for story in self.fresh if story.is_up and story.publish_at < time.time()]
        if not up:
            return self.publish()
        story = self.dice.choice(up)
        at = time.time() + self.dice.uniform(*AHEAD) if self.dice.random() < 0.5 else None
        done = self.desk.do("take_back", edition=story.edition, at=at)
        return end(story, at or done["begun"], at or done["committed"])


def end(story: Fresh, begun: float, committed: float) -> None:
    story.answers.becomes(410, begun, committed)
    story.shown.becomes(False, begun, committed)
