"""What versions and forms name by the ids of their day: rows that became one since are named by the id that stayed."""

from collections.abc import Iterator

from django.http import QueryDict

from ..merging.present import each_once
from ..models import Article, Authorship, Block, Citation, Merger
from ..models.mergers import Ids
from ..models.naming import Named

PARTS = {"blocks": Block, "authorships": Authorship, "citations": Citation}
TOPICS = "topics"
SEVERAL = {name: Article._meta.get_field(name).related_model.KIND for name in (TOPICS, "authors")}
# The kind that each column of a part names: {"speaker_id": "speaker", …}; a form leaves the end away.
COLUMNS = {
    field.attname: field.related_model.KIND
    for model in PARTS.values()
    for field in model._meta.concrete_fields
    if field.is_relation and issubclass(field.related_model, Named)
}
FIELDS = {column.removesuffix("_id"): kind for column, kind in COLUMNS.items()}


def in_version(content: dict) -> dict:
    """Return what a version holds as it would be kept now; what is in it stays untouched."""
    present = Merger.among(_named_in(content))
    if not present:
        return content
    parts = {part: [_row(row, present) for row in content[part]] for part in PARTS}
    parts["authorships"] = _signed_once(parts["authorships"])
    return content | parts | {TOPICS: sorted(each_once(content[TOPICS], SEVERAL[TOPICS], present))}


def in_form(sent: QueryDict) -> QueryDict:
    """Return what a form of a story sent as it would be sent now."""
    named = {name: kind for name in sent if (kind := _kind_of(name))}
    present = Merger.among((kind, int(pk)) for name, kind in named.items() for pk in sent.getlist(name) if _is_id(pk))
    if not present:
        return sent
    sent = sent.copy()
    for name, kind in named.items():
        ids = [present.get((kind, int(pk)), pk) if _is_id(pk) else pk for pk in sent.getlist(name)]
        sent.setlist(name, list(dict.fromkeys(map(str, ids))))
    return sent


def _named_in(content: dict) -> Iterator[tuple[str, int]]:
    yield from ((SEVERAL[TOPICS], pk) for pk in content[TOPICS])
    for part in PARTS:
        yield from ((COLUMNS[name], row[name]) for row in content[part] for name in row.keys() & COLUMNS if row[name])


def _row(row: dict, present: Ids) -> dict:
    return row | {name: present.get((COLUMNS[name], row[name]), row[name]) for name in row.keys() & COLUMNS}


def _signed_once(rows: list[dict]) -> list[dict]:
    """Keep of one author's places in a byline the first."""
    first: dict[int, dict] = {}
    for row in sorted(rows, key=lambda row: (row["ordering"], row["id"])):
        first.setdefault(row["author_id"], row)
    return list(first.values())


def _kind_of(name: str) -> str | None:
    return SEVERAL.get(name) or FIELDS.get(name.rpartition("-")[2])


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19
