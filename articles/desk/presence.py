"""Who has a story open just now. A form says so every few seconds; nobody who fell silent is still there."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, Presence

HERE = timedelta(seconds=25)  # since the last word; a form says one every ten seconds
FORGOTTEN = timedelta(hours=1)


def come(article: Article, person: Person, key: UUID, place: str) -> None:
    """Say that somebody has a form open, and in which of its fields they are."""
    now = timezone.now()
    Presence.objects.update_or_create(article=article, person=person, key=key, defaults={"place": place, "seen": now})
    Presence.objects.filter(article=article, seen__lt=now - FORGOTTEN).delete()


def leave(article: Article, person: Person, key: UUID) -> None:
    Presence.objects.filter(article=article, person=person, key=key).delete()


def others_at(article: Article, key: UUID) -> QuerySet[Presence]:
    """Return who else has a story open, the same person in another window too."""
    here = Presence.objects.filter(article=article, seen__gte=timezone.now() - HERE)
    return here.exclude(key=key).select_related("person").order_by("person__first_name", "person_id", "pk")
