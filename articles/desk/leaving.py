"""Somebody leaves the newsroom: what they had in hand goes to another, and nothing that they typed is lost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, PreviewLink, Reason, WorkingCopy
from .handing_over import hand_over
from .saving import for_desk
from .versions import keep, keep_content


@dataclass(frozen=True)
class InHand:
    """What somebody has: stories assigned to them, texts typed and not saved, links to previews that still work."""

    stories: QuerySet[Article]
    unsaved: QuerySet[WorkingCopy]
    links: QuerySet[PreviewLink]


def in_hand(person: Person) -> InHand:
    return InHand(
        stories=Article.objects.filter(assigned_to=person).order_by("-changed"),
        unsaved=WorkingCopy.objects.filter(person=person).select_related("article").order_by("-kept"),
        links=PreviewLink.objects.standing().filter(by=person),
    )


def leave(person: Person, to: Person | None, by: Person, typed: Callable[[WorkingCopy], tuple[dict, bool]]) -> None:
    """Shut an account and hand over what it held, to somebody or to nobody yet.

    `typed` gives the content of a version for a text that was not saved, and whether all of the text is in it: of a
    story it becomes a version under the name of the one who leaves, and what could not be in it stays in the account.
    A new story that was never saved goes to the receiver, who is offered it.
    """
    with transaction.atomic():
        held = in_hand(person)
        _keep(held.unsaved.exclude(article=None).order_by("article"), person, typed)
        if to:
            held.unsaved.filter(article=None).update(person=to)
        for story in held.stories:
            hand_over(story, to, by)
            keep(for_desk(story.pk), by, Reason.HAND_OVER)
        held.links.update(revoked=timezone.now())
        person.is_active = False
        person.save(update_fields=["is_active"])


def _keep(copies: Iterable[WorkingCopy], person: Person, typed: Callable[[WorkingCopy], tuple[dict, bool]]) -> None:
    """Make versions of texts; locked in the order of a save, so that nothing typed meanwhile is thrown away."""
    for copy in copies:
        story = for_desk(copy.article_id)
        for locked in WorkingCopy.objects.filter(pk=copy.pk).select_for_update():
            content, is_whole = typed(locked)
            keep_content(story, content, person, Reason.UNSAVED)
            if is_whole:
                locked.delete()
