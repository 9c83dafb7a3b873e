"""Authors, topics and sources as a story names them. Most stories share theirs: a process looks them up once."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Author, Source, Topic
from articles.models.naming import Named
from newsroom.pagecache.alike import alike

from . import columns

ROWS = {kind: kind.objects.only(*columns.names()) for kind in (Author, Source, Topic)}


@dataclass(frozen=True)
class Mention:
    """A name with the language it is in, and the address of the page in the active language.

    What a page may show of the row and does not say here would not be changed in time.
    """

    pk: int
    name_shown: tuple[str, str]
    address: str

    def get_absolute_url(self) -> str:
        return self.address


def mentioned(kind: type[Named], ids: Iterable[int]) -> list[Mention]:
    """Return what has these ids, in their order; what was deleted since is absent."""
    wanted = tuple(ids)
    return list(alike(_mentions, kind, wanted)) if wanted else []


def _mentions(kind: type[Named], ids: tuple[int, ...]) -> list[Mention]:
    found = ROWS[kind].in_bulk(ids)
    rows = [found[each] for each in ids if each in found]
    return [Mention(row.pk, row.name_shown, row.get_absolute_url()) for row in rows]
