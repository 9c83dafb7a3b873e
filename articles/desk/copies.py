"""Working copies: what somebody typed and did not save. They never reach the history, nor readers."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, WorkingCopy


class ElsewhereToo(Exception):
    """Raised when another open form of the same person keeps its text of this story; `copy` is that text."""

    def __init__(self, copy: WorkingCopy) -> None:
        super().__init__(str(copy))
        self.copy = copy


def keep_copy(article: Article | None, person: Person, key: UUID, base: int, data: str) -> WorkingCopy:
    """Keep what is typed in an open form in place of what the same form had before. Raises ElsewhereToo."""
    with transaction.atomic():
        standing = copy_of(article, person, key, lock=True)
        if standing and standing.key != key:
            raise ElsewhereToo(standing)
        copy = standing or WorkingCopy(article=article, person=person, key=key)
        copy.base, copy.data, copy.kept = base, data, timezone.now()
        copy.save()
        return copy


def copy_of(article: Article | None, person: Person, key: UUID, *, lock: bool = False) -> WorkingCopy | None:
    """Return somebody's working copy of a story; of a story never saved that of one form."""
    copies = WorkingCopy.objects.select_for_update() if lock else WorkingCopy.objects
    mine = copies.filter(person=person, article=article)
    return (mine if article else mine.filter(key=key)).first()


def discard_saved(article: Article, person: Person, key: UUID | None) -> None:
    """Forget what was typed in a form that is saved now; it may have been that of a new story."""
    discard(article, person, key)
    discard(None, person, key)


def discard(article: Article | None, person: Person, key: UUID | None) -> None:
    """Forget what was typed in a form, because it is saved or not wanted."""
    WorkingCopy.objects.filter(person=person, article=article, key=key).delete()
