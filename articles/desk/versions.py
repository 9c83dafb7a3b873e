"""Versions: the whole desk of a story as JSON, kept at every save, hand-over and publication."""

from uuid import UUID

from django.db.models import Field, Max, Model

from newsroom.staff.models import Person

from ..models import Article, Version
from .bases import CameAlong
from .standing import PARTS

SCHEMA = 1


def keep(
    article: Article,
    by: Person | None,
    reason: str,
    key: UUID | None = None,
    came_along: CameAlong | None = None,
) -> Version:
    """Keep the desk of a story as it is now, under the next number.

    `key` is that of the form that was saved, and `came_along` what it hasn't got though it is saved.
    """
    return keep_content(article, snapshot(article), by, reason, key, came_along)


def keep_content(
    article: Article,
    content: dict,
    by: Person | None,
    reason: str,
    key: UUID | None = None,
    came_along: CameAlong | None = None,
) -> Version:
    """Keep what `snapshot` gave, of the desk as it is or as it would be."""
    if key:  # a form that is sent again goes on from what it saved last
        article.versions.filter(key=key).update(key=None)
    last = article.versions.aggregate(last=Max("number"))["last"] or 0
    in_form = came_along.left_out_of(content) if came_along else None
    return Version.objects.create(
        article=article, number=last + 1, by=by, reason=reason, key=key, content=content, in_form=in_form
    )


def number_in(text: str | None) -> int:
    """Return the number of a version that a text names; 0, which none has, if it names none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def snapshot(article: Article) -> dict:
    """Return every column of a story and its parts, with values that JSON can hold."""
    parts = {part: [_columns(row) for row in getattr(article, part).all()] for part in PARTS}
    topics = sorted(topic.pk for topic in article.topics.all())
    return {"schema": SCHEMA, "article": _columns(article), "topics": topics} | parts


def _columns(row: Model) -> dict:
    return {field.attname: _value(field, row) for field in row._meta.concrete_fields}


def _value(field: Field, row: Model) -> object:
    value = getattr(row, field.attname)
    if value is None or isinstance(value, str | int | float | bool | list):
        return value
    return field.value_to_string(row)
