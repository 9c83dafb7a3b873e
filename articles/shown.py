"""The tags of what pages show of the newspaper: said when a page shows it, and when it has changed.

A tag names a row, a part of it and, where the part has languages, one of them: speaker:7:name:uk.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from newsroom.pagecache.tags import Span, show

FRONTS = "fronts"  # which languages have a front page with a story
BANKS = "banks"  # which languages have a quote bank with words in it


def tag_of(row: Model, part: str, language: str = "") -> str:
    return named(row._meta.model_name, row.pk, part, language)


def named(kind: str, pk: int, part: str, language: str = "") -> str:
    """Return the tag of a part of a row that isn't at hand."""
    return f"{kind}:{pk}:{part}:{language}" if language else f"{kind}:{pk}:{part}"


def shows(row: Model, part: str, language: str = "") -> None:
    """Say that a page shows a part of a row."""
    show(tag_of(row, part, language))


def shows_list(tag: str, rows: Sequence[Model], *, size: int, until: datetime | None = None) -> None:
    """Say that a page shows the part of a list that these rows are, newest first, at most `size` of them.

    `until` is the moment that the part begins with, if it isn't the newest. A part that isn't full ends where time
    begins: an older row would stand in it too.
    """
    show(tag, span=Span(rows[-1].publish_at if len(rows) >= size else None, until))


def stories_in(language: str) -> str:
    return f"stories:{language}"


def breaking_in(language: str) -> str:
    """Return the tag of the one story that is breaking news."""
    return f"breaking:{language}"


def counted_as(edition: Model) -> str:
    """Return the name under which readings of an edition are counted: that of its list, and its own number."""
    return f"{stories_in(edition.language)}:{edition.pk}"


def voices_in(language: str) -> str:
    """Return the tag of the list of stories that quote somebody."""
    return f"voices:{language}"


def words_in(uid: UUID, language: str) -> str:
    """Return the tag of what a language quotes in a block, by its uid, and of all that is told of it."""
    return f"quote:{uid}:words:{language}"


def quoted_in(uid: UUID, language: str) -> str:
    """Return the tag of whether readers can have the words of a block, by its uid, in a language."""
    return f"quote:{uid}:there:{language}"


def narrowing_in(language: str) -> str:
    """Return the tag of what the quote bank can be narrowed down by."""
    return f"narrowing:{language}"


def menu_in(language: str) -> str:
    return f"menu:{language}"


def days_in(language: str) -> str:
    """Return the tag of the list of days that have stories."""
    return f"days:{language}"


def day_in(day: object, language: str) -> str:
    return f"day:{day}:{language}"


def languages_of_day(day: object) -> str:
    return f"day:{day}:languages"


def there(story: int, language: str) -> str:
    """Return the tag of whether readers can have a story, by its id, in a language."""
    return named("story", story, "there", language)
