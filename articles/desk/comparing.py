"""Two states of a story's desk beside each other: which pieces differ, in which language, and how."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import ForeignKey, Model
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from ..markup import lines_of
from ..models import Article, Block, Citation, Point
from ..models.body import KINDS
from .pieces import CODES
from .word_changes import GONE, NEW, SAME, Part, word_changes

OF_THE_STORY = ("original_language", "kind", "category", "picture", "assigned_to")
OF_A_BLOCK = ("speaker", "said_on", "original_words", "original_language", "source", "picture", "url", "left_out")


@dataclass(frozen=True)
class Difference:
    """A place that differs: `piece` as in pieces.py, the language if it is a text, the words gone and new.

    `is_formatting` says that the words are the same and only their marks differ.
    """

    piece: str
    place: str
    language: str
    parts: list[Part]
    is_formatting: bool = False


def compare(old: Article, new: Article) -> list[Difference]:
    """Return what differs between two desks (as `desk_in` or `for_desk` give them), in the order of the newer one."""
    return list(Comparison(old, new).differences())


class Comparison:
    """Two desks, and the names of everybody and everything that they point to, fetched at once."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old, self.new = old, new
        self.names = names_in(old, new)

    def differences(self) -> Iterator[Difference]:
        for name in Article.TRANSLATED:
            for code in CODES:
                texts = self.old.text(name, code), self.new.text(name, code)
                yield from _text(name, label_of(Article, name), code, *texts)
        for name in OF_THE_STORY:
            yield from _value(
                name, label_of(Article, name), *(self._words(desk, name) for desk in (self.old, self.new))
            )
        yield from self._lists()
        yield from self._parts("point", "points")
        yield from self._parts("block", "blocks")
        yield from self._moves()

    def _lists(self) -> Iterator[Difference]:
        for name, label, words in (
            ("topics", _("Topics"), lambda desk: ", ".join(sorted(map(str, desk.topics.all())))),
            ("authors", _("Authors, in order"), self._authors),
            ("citations", capfirst(Citation._meta.verbose_name_plural), self._citations),
        ):
            yield from _value(name, label, words(self.old), words(self.new))

    def _authors(self, desk: Article) -> str:
        return ", ".join(self._words(byline, "author") for byline in desk.authorships.all())

    def _citations(self, desk: Article) -> str:
        rows = ((self._words(row, "source"), row.title, row.url) for row in desk.citations.all())
        return "\n".join(" · ".join(filter(None, row)) for row in rows)

    def _parts(self, kind: str, related: str) -> Iterator[Difference]:
        before, after = ({str(row.uid): row for row in getattr(desk, related).all()} for desk in (self.old, self.new))
        numbers = {uid: place for rows in (before, after) for place, uid in enumerate(rows, start=1)}
        for uid in dict.fromkeys([*after, *before]):
            row = after.get(uid) or before[uid]
            place = _("%(part)s %(number)d") % {"part": capfirst(kind_of(row)), "number": numbers[uid]}
            yield from self._part(f"{kind}:{uid}", place, before.get(uid), after.get(uid))

    def _part(
        self, piece: str, place: str, old: Point | Block | None, new: Point | Block | None
    ) -> Iterator[Difference]:
        row = new or old
        for name in row.TRANSLATED:
            where = place if name == "text" else f"{place} · {label_of(type(row), name)}"
            for code in CODES:
                yield from _text(piece, where, code, *(_text_in(each, name, code) for each in (old, new)))
        for name in OF_A_BLOCK if isinstance(row, Block) else ():
            where = f"{place} · {label_of(Block, name)}"
            yield from _value(piece, where, *(self._words(each, name) if each else "" for each in (old, new)))
        if not (old and new) and not any(_text_in(row, "text", code) for code in CODES):
            yield Difference(piece, place, "", [Part(NEW if new else GONE, place)])

    def _moves(self) -> Iterator[Difference]:
        """Give the order of the blocks that both have, if it differs."""
        before, after = (list(desk.blocks.all()) for desk in (self.old, self.new))
        both = {block.uid for block in before} & {block.uid for block in after}
        orders = [[block for block in blocks if block.uid in both] for blocks in (before, after)]
        if [block.uid for block in orders[0]] != [block.uid for block in orders[1]]:
            old, new = ("\n".join(map(_beginning, blocks)) for blocks in orders)
            yield Difference("order", _("Order of the blocks"), "", [Part(GONE, old), Part(NEW, new)])

    def _words(self, row: Model, name: str) -> str:
        """Return a value as editors know it: by its name, in words."""
        field = row._meta.get_field(name)
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey):
            return self.names.get((field.related_model, value), _("deleted since")) if value else ""
        if isinstance(value, list):
            return ", ".join(value)
        return str(dict(field.flatchoices).get(value, value) or "")


def names_in(*desks: Article) -> dict[tuple[type[Model], int], str]:
    """Return the names of what desks point to, by one query for each kind of thing."""
    wanted: dict[type[Model], set[int]] = {}
    for desk in desks:
        rows = [desk, *desk.blocks.all(), *desk.authorships.all(), *desk.citations.all()]
        for row in rows:
            for field in row._meta.concrete_fields:
                if isinstance(field, ForeignKey) and getattr(row, field.attname):
                    wanted.setdefault(field.related_model, set()).add(getattr(row, field.attname))
    wanted.pop(Article, None)
    return {
        (model, pk): str(found)
        for model, pks in wanted.items()
        for pk, found in model._base_manager.in_bulk(pks).items()
    }


def _beginning(block: Block) -> str:
    """Return how editors know a block: its first words, or else what it is."""
    texts = (_text_in(block, "text", code) for code in CODES)
    words = next((lines_of(text) for text in texts if text), "") or kind_of(block)
    return Truncator(words.replace("\n", " ")).words(8, truncate=" …")


def kind_of(row: Model) -> str:
    """Return what editors call a part; a block by its kind."""
    model = KINDS[row.kind] if isinstance(row, Block) else row
    return str(model._meta.verbose_name)


def _text_in(row: Model | None, name: str, code: str) -> str:
    return getattr(row, f"{name}_{code}") or "" if row else ""


def _text(piece: str, place: str, language: str, old: str, new: str) -> Iterator[Difference]:
    if old == new:
        return
    parts = word_changes(lines_of(old), lines_of(new))
    yield Difference(piece, place, language, parts, is_formatting=all(part.kind == SAME for part in parts))


def _value(piece: str, place: str, old: str, new: str) -> Iterator[Difference]:
    if old != new:
        yield Difference(piece, place, "", [part for part in (Part(GONE, old), Part(NEW, new)) if part.text])


def label_of(model: type[Model], name: str) -> str:
    return capfirst(str(model._meta.get_field(name).verbose_name))
