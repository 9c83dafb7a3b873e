"""What is given to the index: a thing with its texts by weight, and the marks it is filtered by."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from importlib.metadata import version

from django.conf import settings

from .terms import keys_of, name_keys
from .words import normal_text

# How much a word weighs by where it stands.
HEADLINE, LEAD, OFTEN, SOMEWHERE = 4, 2, 1, 0
MANY = 3  # times in a text are often
Text = tuple[str, str]  # and the language it is in
RULES = "1"  # to be raised when terms.py, stems.py or what is below changes what a word is found by


@dataclass(frozen=True)
class Entry:
    """A thing to be found. `texts` are by weight; `names` are in any language and found, but not part of a phrase."""

    kind: str
    key: int
    owner: int
    language: str
    moment: datetime
    until: datetime | None
    marks: frozenset[str]
    texts: Mapping[int, str]
    names: tuple[Text, ...] = field(default=())

    def weights(self) -> dict[str, int]:
        """Return every term of the texts and names with the most that it weighs."""
        found: dict[str, int] = {}
        for weight, text in sorted(self.texts.items()):
            times = Counter(keys_of(text, self.language))
            found |= dict.fromkeys(times, weight)
            if weight == SOMEWHERE:
                found |= {key: OFTEN for key, number in times.items() if number >= MANY}
        for text, language in self.names:
            found |= dict.fromkeys(name_keys(text, language), LEAD)
        return found

    def words(self) -> str:
        """Return the normal words of the texts, with something between two texts that no phrase goes across."""
        return "|".join(normal_text(text) for _weight, text in sorted(self.texts.items(), reverse=True))


def mark(kind: str, value: object) -> str:
    """Return a term that no word is: a colon stands in it."""
    return f"{kind}:{value}"


def marks_of_time(moment: date) -> tuple[str, str]:
    """Return the marks of the year and of the month of a day, or of a moment in UTC."""
    return mark("time", f"{moment:%Y}"), mark("time", f"{moment:%Y-%m}")


def rules() -> str:
    """Return how words are indexed now: a document that was indexed otherwise is to be indexed anew."""
    where = "typesense" if settings.TYPESENSE_URL else "database"
    return " ".join([RULES, settings.SEARCH_MORPHOLOGY, where, *_libraries()])


@lru_cache
def _libraries() -> list[str]:
    return [f"{name}-{version(name)}" for name in ("simplemma", "snowballstemmer")]
