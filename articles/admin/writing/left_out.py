"""What somebody typed and a version of it does not hold: the form refuses it, or they may not write there any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.text import capfirst

from ...desk.merging import Merge, merge
from ...desk.sent import MODELS, PARTS, UNWRITTEN
from ...markup import words_of
from ...models.body import Block
from .company import place_in_words


@dataclass(frozen=True)
class LeftOut:
    """A field that was typed in; `words` are empty where something was picked."""

    place: str
    words: str


def left_out(sent: QueryDict, content: dict) -> tuple[bool, list[LeftOut]]:
    """Tell whether the content of a version lacks anything of a form that was sent, and what of it has a name."""
    rest = merge(sent, None, content)
    names = [*(each.name for each in rest.conflicts), *_of_new_parts(rest)]
    return rest.has_news, [_left_out(name, rest.data[name]) for name in dict.fromkeys(names) if rest.data.get(name)]


def _of_new_parts(rest: Merge) -> Iterator[str]:
    """Give what is written in parts that the version has not got."""
    for name in rest.data:
        prefix, _dash, place = name.partition("-")
        index, _dash, column = place.partition("-")
        is_new = index.isdecimal() and prefix in PARTS and not rest.data.get(f"{prefix}-{index}-id")
        if is_new and column not in UNWRITTEN and _is_field(MODELS[prefix], column):
            yield name


def _is_field(model: type, column: str) -> bool:
    return any(field.name == column and field.editable and not field.is_relation for field in model._meta.fields)


def _left_out(name: str, value: str) -> LeftOut:
    prefix, _dash, place = name.rpartition("-")[0].partition("-")
    model, column = MODELS[prefix], name.rpartition("-")[2]
    field = model._meta.get_field(column)
    label = " · ".join(capfirst(str(each.verbose_name)) for each in ((model._meta, field) if place else (field,)))
    words = words_of(value) if issubclass(model, Block) else value
    return LeftOut(place_in_words(name) or label, "" if field.is_relation else words)
