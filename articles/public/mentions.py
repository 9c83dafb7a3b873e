"""People and things as a story names them. Most stories share theirs: a process looks them up once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.models import Author, Category, Source, Speaker, Topic
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
    """Return what has these ids, in their order; what was deleted since is absent."""
    wanted = tuple(ids)
    return list(alike(_mentions, kind, wanted)) if wanted else []


def mentioned_by_id(kind: type[Named], ids: Iterable[int | None]) -> dict[int, Mention]:
    """Return what has these ids; None among them is nobody."""
    return {each.pk: each for each in mentioned(kind, dict.fromkeys(pk for pk in ids if pk is not None))}


def _mentions(kind: type[Named], ids: tuple[int, ...]) -> list[Mention]:
    found = ROWS[kind].in_bulk(ids)
    return [MENTION_OF[kind](found[each]) for each in ids if each in found]


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
