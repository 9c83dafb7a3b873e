"""Stories pass from hand to hand; whoever is concerned is told, even if nobody is at their desk."""

from django.db import transaction
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, Notice, Reason, Version
from .saving import for_desk
from .versions import keep, keep_content


def hand_over(article: Article, to: Person | None, by: Person, former_id: int | None = None) -> None:
    """Assign a story; tell the one who gets it, and the former one who has it no more."""
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(assigned_to=to)
        if to and to != by:
            tell(to, article, Notice.Kind.HANDED_OVER, by)
        for former in Person.objects.filter(pk=former_id).exclude(pk=by.pk):
            tell(former, article, Notice.Kind.TAKEN_OVER, by)


def take_over(article: Article, colleague: Person, by: Person, typed: dict | None) -> Version:
    """Take a story from a colleague: what they typed becomes a version under their name, and they are told.

    `typed` is what that version holds, if they had typed anything. The desk stays as it was saved; another version
    says since when it is in other hands. Returns the version of the colleague, or of the hand-over if they had typed
    nothing.
    """
    with transaction.atomic():
        story = for_desk(article.pk)
        if typed is None and story.assigned_to == by:  # pressed twice
            return story.versions.first()
        theirs = keep_content(story, typed, colleague, Reason.UNSAVED) if typed else None
        Article.objects.filter(pk=article.pk).update(assigned_to=by)
        handed_over = keep(for_desk(article.pk), by, Reason.HAND_OVER)
        for person in who_loses(story, colleague, by):
            tell(person, article, Notice.Kind.TAKEN_OVER, by)
        return theirs or handed_over


def who_loses(story: Article, colleague: Person, by: Person) -> list[Person]:
    """Return from whom a story is taken over: the colleague, and whoever has it in hand."""
    return [person for person in dict.fromkeys((colleague, story.assigned_to)) if person not in (None, by)]


def tell(person: Person, article: Article, kind: str, by: Person) -> None:
    Notice.objects.create(person=person, article=article, kind=kind, by=by)


def notices_for(person: Person, article: Article | None = None) -> list[Notice]:
    """Return what somebody has still to be told, of all stories or of one."""
    notices = Notice.objects.filter(person=person, seen=None).select_related("article", "by")
    return list(notices.filter(article=article) if article else notices)


def have_seen(person: Person, article: Article) -> None:
    Notice.objects.filter(person=person, article=article, seen=None).update(seen=timezone.now())
