"""A story as it stood: built from what a version holds, as rows that are in no table."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet

from ..models import Article, Authorship, Citation, Point, Topic
from ..models.body import KINDS, Block
from .merged_since import in_version

# Of what a version holds, the rows that belong to the story.
PARTS = ("points", "blocks", "authorships", "citations")
MODELS = {"points": Point, "authorships": Authorship, "citations": Citation}


def desk_in(content: dict) -> Article:
    """Return the story that a version holds, with its parts at hand as if they had been fetched with it.

    A column that is newer than the version has its default; what a row names may be gone since. Of what became one
    since it names what stayed.
    """
    content = in_version(content)
    article = _row(Article, content["article"])
    parts = {name: [_row(model, row) for row in content[name]] for name, model in MODELS.items()}
    parts["blocks"] = [_row(KINDS.get(row["kind"], Block), row) for row in content["blocks"]]
    for name in PARTS:
        parts[name].sort(key=lambda row: (row.ordering, row.pk))
    parts["topics"] = list(Topic.objects.filter(pk__in=content["topics"]))
    article._prefetched_objects_cache = {name: _fetched(rows) for name, rows in parts.items()}
    return article


def _row(model: type[Model], columns: dict) -> Model:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    known = {name: value for name, value in columns.items() if name in fields and name not in texts_of(model)}
    row = model(**{name: _value(fields[name], value) for name, value in known.items()})
    row._state.adding = False
    return row


def texts_of(model: type[Model]) -> tuple[str, ...]:
    """Return the columns that copy one of their languages; to write one writes the language that is active."""
    return getattr(model, "TRANSLATED", ())


def _value(field: object, value: object) -> object:
    return field.target_field.to_python(value) if field.is_relation else field.to_python(value)


def _fetched(rows: Iterable[Model]) -> QuerySet:
    rows = list(rows)
    queryset = (type(rows[0]) if rows else Topic)._base_manager.none()
    queryset._result_cache = rows
    queryset._prefetch_done = True
    return queryset
