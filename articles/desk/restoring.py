"""Bringing back what a story was: all of it, or one of its pieces. A new version says so, so it can be undone."""

import re
from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Field, ForeignKey, Model
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, Authorship, Block, Reason, Version
from .pieces import CODES
from .saving import for_desk, pieces_before, settle
from .standing import desk_in, texts_of

OF_ITS_OWN = {"id", "uid", "created", "changed", "changed_by", "assigned_to"}  # of the story itself: never brought back
RELATED = {"point": "points", "block": "blocks"}
PIECE = re.compile(r"(?:point|block):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_piece(name: str) -> bool:
    """Tell whether something can be brought back by itself."""
    return name in Article.TRANSLATED or bool(PIECE.fullmatch(name))


def restore(
    article: Article,
    version: Version,
    by: Person,
    piece: str = "",
    *,
    languages: Collection[str] = CODES,
    arranges: bool = True,
) -> int:
    """Give the desk of a story what a version holds: everything, or the piece (as in pieces.py) alone.

    Texts come back in `languages`, and what languages share if somebody `arranges` the story; a part that is gone
    comes back with all its texts. What the version names and is deleted since stays away: returns in how many places.
    Readers see nothing of it.
    """
    with transaction.atomic():
        story, then = for_desk(article.pk), desk_in(version.content)
        before = pieces_before(story)
        away = forget_the_deleted(then)
        Restoring(story, then, languages, arranges).bring_back(piece)
        Article.objects.filter(pk=story.pk).update(changed_by=by, changed=timezone.now())
        settle(story, before, by, Reason.RESTORATION)
    return away


class Restoring:
    def __init__(self, story: Article, then: Article, languages: Collection[str], arranges: bool) -> None:
        self.story, self.then, self.languages, self.arranges = story, then, languages, arranges

    def bring_back(self, piece: str) -> None:
        kind, _colon, uid = piece.partition(":")
        if kind in RELATED:
            self._part(RELATED[kind], uid.partition(":")[0])
            return
        self._columns(self.story, self.then, [piece] if piece else None)
        self.story.save()
        if not piece:
            self._everything()

    def _everything(self) -> None:
        for related in RELATED.values():
            uids = [str(row.uid) for row in getattr(self.then, related).all()]
            for uid in uids:
                self._part(related, uid)
            if self.arranges:
                getattr(self.story, related).exclude(uid__in=uids).delete()
        if self.arranges:
            self._lists()

    def _part(self, related: str, uid: str) -> None:
        """Bring back a point or block: into the row that is there, or as a new one."""
        then = next((row for row in getattr(self.then, related).all() if str(row.uid) == uid), None)
        now = getattr(self.story, related).filter(uid=uid).first()
        if then is None:
            self._remove(now)
        elif now and (not isinstance(now, Block) or now.kind == then.kind):
            self._columns(now, then, None)
            now.save()
        elif self.arranges:
            self._remove(now)
            self._add(then)

    def _remove(self, row: Model | None) -> None:
        if row and self.arranges:
            row.delete()

    def _add(self, row: Model) -> None:
        row.pk, row._state.adding = None, True
        setattr(row, "parent_id" if isinstance(row, Block) else "article_id", self.story.pk)
        row.save()

    def _columns(self, now: Model, then: Model, names: Iterable[str] | None) -> None:
        for field in now._meta.concrete_fields:
            if self._comes_back(field, names):
                setattr(now, field.attname, getattr(then, field.attname))

    def _comes_back(self, field: Field, names: Iterable[str] | None) -> bool:
        original = getattr(field, "translated_field", field)
        if original.name in OF_ITS_OWN or (names is not None and original.name not in names):
            return False
        if original is not field:
            return field.language in self.languages
        return self.arranges and field.name not in ("parent", "article", *texts_of(field.model))

    def _lists(self) -> None:
        self.story.topics.set(self.then.topics.all())
        self.story.authorships.all().delete()
        Authorship.objects.bulk_create(
            Authorship(article=self.story, author_id=byline.author_id, ordering=byline.ordering)
            for byline in self.then.authorships.all()
        )
        self.story.citations.all().delete()
        for citation in self.then.citations.all():
            self._add(citation)


def forget_the_deleted(desk: Article) -> int:
    """Let a desk that stood once name only what is still there; what is nothing without it goes.

    Returns how many places named something that is deleted since.
    """
    away = 0
    rows = [desk, *desk.blocks.all(), *desk.authorships.all(), *desk.citations.all()]
    pointing = [(row, field) for row in rows for field in row._meta.concrete_fields if isinstance(field, ForeignKey)]
    for model in {field.related_model for _row, field in pointing} - {Article}:
        here = [(row, field) for row, field in pointing if field.related_model is model]
        wanted = {getattr(row, field.attname) for row, field in here} - {None}
        gone = wanted - set(model._base_manager.filter(pk__in=wanted).values_list("pk", flat=True))
        for row, field in here:
            if getattr(row, field.attname) in gone:
                setattr(row, field.attname, None)
                away += 1
    for related, name in (("authorships", "author_id"), ("citations", "source_id")):
        cached = desk._prefetched_objects_cache[related]
        cached._result_cache = [row for row in cached if getattr(row, name)]
    return away
