"""What a publication names by the ids of its day: rows that became one since are named by the id that stayed."""

from collections.abc import Iterable, Iterator

from ..models import FormerSlug, Merger
from ..models.mergers import Ids

Kind = FormerSlug.Kind
SEVERAL = {"topics": Kind.TOPIC, "authors": Kind.AUTHOR}
IN_PARTS = {"citations": {"source": Kind.SOURCE}, "blocks": {"speaker": Kind.SPEAKER, "source": Kind.SOURCE}}


def with_present_ids(content: dict) -> dict:
    """Return the content of a publication as it would be composed now; what is in it stays untouched."""
    present = Merger.among(named_in(content))
    if not present:
        return content
    several = {key: each_once(content[key], kind, present) for key, kind in SEVERAL.items()}
    several["topics"].sort()
    parts = {part: [_row(row, kinds, present) for row in content[part]] for part, kinds in IN_PARTS.items()}
    return content | several | parts


def named_in(content: dict) -> Iterator[tuple[str, int]]:
    for key, kind in SEVERAL.items():
        yield from ((kind, pk) for pk in content[key])
    for part, kinds in IN_PARTS.items():
        yield from ((kind, row[key]) for row in content[part] for key, kind in kinds.items() if row.get(key))


def each_once(ids: Iterable[int], kind: str, present: Ids) -> list[int]:
    """Return the present ids in their order, those that became one at its first place."""
    return list(dict.fromkeys(present.get((kind, pk), pk) for pk in ids))


def _row(row: dict, kinds: dict[str, str], present: Ids) -> dict:
    return row | {key: present.get((kind, row[key]), row[key]) for key, kind in kinds.items() if key in row}
