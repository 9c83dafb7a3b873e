"""People and things as a story names them. Most stories share theirs: a process looks them up once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.models import Author, Category, Merger, Source, Speaker, Topic
from articles.models.naming import Named
from articles.shown import shows
from newsroom.pagecache.alike import alike

from . import columns


@dataclass(frozen=True)
class Mention:
    """A name with the language it is in, and the address of its page in the active language.

    What a page may show of the row and does not say here would not be changed in time.
    """

    pk: int
    name_shown: tuple[str, str]
    address: str
    portrait: int | None = None  # the id of the picture

    def get_absolute_url(self) -> str:
        return self.address


def mentioned(kind: type[Named], ids: Iterable[int]) -> list[Mention]:
    """Return what has these ids, in their order, each once; what was deleted since is absent."""
    return list(dict.fromkeys(mentioned_by_id(kind, ids).values()))


def mentioned_by_id(kind: type[Named], ids: Iterable[int | None]) -> dict[int, Mention]:
    """Return what has these ids, or stands now for what had them; None among them is nobody. Only to be read."""
    wanted = tuple(dict.fromkeys(pk for pk in ids if pk is not None))
    return alike(_mentions, kind, wanted) if wanted else {}


def _mentions(kind: type[Named], ids: tuple[int, ...]) -> dict[int, Mention]:
    found = ROWS[kind].in_bulk(ids)
    if gone := [each for each in ids if each not in found]:
        found |= _stand_ins(kind, gone)
    return {each: MENTION_OF[kind](found[each]) for each in ids if each in found}


def _stand_ins(kind: type[Named], gone: Iterable[int]) -> dict[int, Named]:
    present = {former: pk for (_kind, former), pk in Merger.among((kind.KIND, pk) for pk in gone).items()}
    found = ROWS[kind].in_bulk(present.values())
    return {former: found[pk] for former, pk in present.items() if pk in found}


def _of_named(row: Named) -> Mention:
    return Mention(row.pk, row.name_shown, row.get_absolute_url())


def _of_speaker(row: Speaker) -> Mention:
    shows(row, "portrait")
    return Mention(row.pk, row.name_shown, row.get_absolute_url(), row.portrait_id)


ROWS = {
    Author: Author.objects.only(*columns.names()),
    Category: Category.objects.only(*columns.names()),
    Source: Source.objects.only(*columns.names()),
    Speaker: Speaker.objects.only("portrait", *columns.names()),
    Topic: Topic.objects.only(*columns.names()),
}
MENTION_OF: dict[type[Named], Callable[[Named], Mention]] = {
    Author: _of_named,
    Category: _of_named,
    Source: _of_named,
    Speaker: _of_speaker,
    Topic: _of_named,
}
