"""How the form of a story sends what versions keep: names of fields, values, and when two values mean the same."""

from collections.abc import Callable, Iterable, Iterator

from ..markup import plain
from ..models import Article, Citation, Point
from ..models.body import KINDS
from .pieces import CODES
from .standing import texts_of

ORDER = "ordering"
UNWRITTEN = ("id", "uid", ORDER)
LEFT_OUT = "left_out"
# By the prefix of a formset: where a version keeps its rows, and what they are.
PARTS = {"points": "points", "citations": "citations"} | {f"{kind}s": "blocks" for kind in KINDS}
MODELS = {"": Article, "points": Point, "citations": Citation} | {f"{kind}s": model for kind, model in KINDS.items()}


def by_id(rows: Iterable[dict]) -> dict[str, dict]:
    return {str(row["id"]): row for row in rows}


def told(prefix: str, row: dict) -> Iterator[tuple[str, object]]:
    """Give what somebody wrote or picked in a row: not its place or uid, nor columns that copy one of the languages."""
    copies = texts_of(MODELS[prefix])
    return ((column, value) for column, value in row.items() if column not in (*UNWRITTEN, *copies))


def prefix_of(start: str) -> str:
    return start.partition("-")[0]


def picks(content: dict, name: str) -> list[str]:
    """Return what a field of several holds, as a form sends it; authors in their order."""
    if name == "topics":
        return [str(pk) for pk in content.get("topics", ())]
    signed = sorted(content.get("authorships", ()), key=lambda row: (row["ordering"], row["id"]))
    return [str(row["author_id"]) for row in signed]


def name_of(column: str) -> str:
    """Return what a form calls a column: without the end that foreign keys have."""
    return column.removesuffix("_id")


def value_of(column: str, values: list[str]) -> object:
    return values if column == LEFT_OUT else (values[-1] if values else "")


def as_sent(value: object) -> str:
    return "" if value is None else str(value)


def meaning(model: type, column: str, value: object) -> object:
    """Return a value as it is kept, so that what only looks different is the same."""
    if isinstance(value, list):
        return sorted(map(str, value))
    text = as_sent(value).replace("\r\n", "\n")
    field_name, _underscore, code = column.rpartition("_")
    if code in CODES and field_name in model.TRANSLATED:
        return cleaner_of(model, field_name)(text)
    return text.strip()


def cleaner_of(model: type, name: str) -> Callable[[str], str]:
    return getattr(model, "CLEANER", plain) if name == "text" else plain
