"""Whatever points to a row, found by asking its model, so that a foreign key of tomorrow is moved too."""

from collections.abc import Iterator

from django.db.models import Exists, ForeignKey, Model, OuterRef, QuerySet, UniqueConstraint
from django.db.models.fields.related import RelatedField

from newsroom.pagecache.querysets import PurgingQuerySet

PLACE = "ordering"


def keys_to(model: type[Model]) -> list[ForeignKey]:
    """Return every foreign key to a model, those of the hidden tables between two many included."""
    relations = (
        each for each in model._meta.get_fields(include_hidden=True) if each.auto_created and not each.concrete
    )
    return [each.field for each in relations if isinstance(each.field, ForeignKey)]


def rows_at(key: RelatedField, row: Model) -> QuerySet:
    """Return what points to a row by one of the keys."""
    return key.model._base_manager.filter(**{key.name: row})


def move_all(duplicate: Model, into: Model) -> None:
    """Let all that points to one row point to another; of what may be there once, the other's stays."""
    for key in keys_to(type(duplicate)):
        for others in _unique_with(key):
            _drop_doubles(key, others, duplicate, into)
        if isinstance(key.model._default_manager.all(), PurgingQuerySet):
            for row in rows_at(key, duplicate):
                _move(row, key, into)
        else:
            rows_at(key, duplicate).update(**{key.name: into})


def _move(row: Model, key: ForeignKey, into: Model) -> None:
    """Move a row that pages show, so that they learn of it; one that is there already in every word goes."""
    twin = _twin(row, key, into)
    if twin:
        move_all(row, twin)
        row.delete()
    else:
        setattr(row, key.name, into)
        row.save()


def _twin(row: Model, key: ForeignKey, into: Model) -> Model | None:
    columns = [field.attname for field in row._meta.concrete_fields if field is not key and not field.primary_key]
    told = {column: getattr(row, column) for column in columns}
    return next(
        (each for each in rows_at(key, into) if told == {column: getattr(each, column) for column in columns}), None
    )


def _unique_with(key: ForeignKey) -> Iterator[set[str]]:
    """Give the other fields of every constraint by which rows of a key are unique."""
    meta = key.model._meta
    constraints = [
        each.fields for each in meta.constraints if isinstance(each, UniqueConstraint) and not each.condition
    ]
    for fields in (*constraints, *meta.unique_together):
        if key.name in fields:
            yield set(fields) - {key.name}


def _drop_doubles(key: ForeignKey, others: set[str], duplicate: Model, into: Model) -> None:
    """Delete what would be there twice; what has a place among others keeps the earlier of the two."""
    same = rows_at(key, into).filter(**{name: OuterRef(name) for name in others})
    doubles = rows_at(key, duplicate).filter(Exists(same))
    for double in doubles if _has_place(key.model) else ():
        stays = rows_at(key, into).filter(**{name: getattr(double, name) for name in others})
        stays.filter(**{f"{PLACE}__gt": double.ordering}).update(**{PLACE: double.ordering})
    doubles.delete()


def _has_place(model: type[Model]) -> bool:
    return any(field.name == PLACE for field in model._meta.concrete_fields)
