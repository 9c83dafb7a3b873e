"""How tags travel: by which names a page is known to a shared cache, and which names a change drops.

A page is known by its tags, if they fit into a header: of Varnish 500 of them (7 KB) passed and 600 ended as a 503.
A page that shows more is known by the rows it shows (`all:edition:12` for everything of that edition), or if these
are too many as well, by their kinds (`all:edition`): it then goes more often than it must. If even the kinds don't
fit, no shared cache may keep it. A change drops its tag, its row and its kind, always, because whoever purges doesn't
know which pages fell back on what; no page is known by both, so those whose tags fit go by their tags alone.

Every page is known as `all` besides. That is what a change of what fills the slots drops: here pages keep their open
slots, there they were filled long ago. Of a list the moment is left out: more pages go than must, and none stays.

Names are of ASCII and hold no space and no comma, which separate them.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ..tags import EVERYTHING, SLOTS, Stale

ALL = "all"


def name_of(tag: str) -> str:
    return quote(tag, safe=":")


def row_of(tag: str) -> str:
    return f"{ALL}:{name_of(':'.join(tag.split(':')[:2]))}"


def kind_of(tag: str) -> str:
    return f"{ALL}:{name_of(tag.partition(':')[0])}"


LEVELS = (name_of, row_of, kind_of)


def known_by(tags: Iterable[str], separator: str, *, most: int, longest: int) -> str:
    """Return the names of a page that shows these as a header's value, "" if they fit into none."""
    tags = list(tags)
    for level in LEVELS:
        names = sorted({ALL, *map(level, tags)})
        value = separator.join(names)
        if len(names) <= most and len(value) <= longest:
            return value
    return ""


def dropped_by(changes: Iterable[Stale]) -> list[str]:
    """Return every name by which a page may be known that shows something of what changed."""
    tags = {change.tag for change in changes}
    if tags & {EVERYTHING, SLOTS}:
        return [ALL]
    return sorted({level(tag) for level in LEVELS for tag in tags})


def batches(names: Iterable[str], *, most: int, longest: int) -> Iterator[list[str]]:
    """Split names into as many as one request may hold."""
    batch: list[str] = []
    for name in names:
        if len(batch) == most or sum(map(len, batch)) + len(batch) + len(name) > longest:
            yield batch
            batch = []
        batch.append(name)
    if batch:
        yield batch
