"""A name that changes, and the stories that are found by it: they are indexed anew, by the task worker."""

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django_tasks import task

from ..models import Alias, Office
from ..models.listings import Listing
from ..queueing import queue_up
from .entries import LISTINGS, kind_of
from .index import index
from .names import KINDS, in_every_language

BATCH = 100
STORED = "_as_search_knows_it"


def follow() -> None:
    """Listen to everything by whose name stories are found."""
    for model in KINDS.values():
        pre_save.connect(before_name, sender=model)
        post_save.connect(after_name, sender=model)
    pre_save.connect(before_title, sender=Office)
    post_save.connect(after_title, sender=Office)
    for signal in (post_save, post_delete):
        signal.connect(after_alias, sender=Alias)


def before_name(sender: type[Model], instance: Model, **signal: object) -> None:
    stored = sender._default_manager.filter(pk=instance.pk).first() if instance.pk else None
    setattr(instance, STORED, known_by(stored) if stored else None)


def after_name(sender: type[Model], instance: Model, **signal: object) -> None:
    before = instance.__dict__.pop(STORED)
    if before is not None and before != known_by(instance):
        later(sender._meta.model_name, instance.pk)


def known_by(row: Model) -> tuple:
    """Return what the stories listed under something are found by: its names, and of what it is a part."""
    return (*in_every_language(row, "name"), getattr(row, "parent_id", None))


def before_title(sender: type[Office], instance: Office, **signal: object) -> None:
    stored = Office.objects.filter(pk=instance.pk).first() if instance.pk else None
    setattr(instance, STORED, tuple(in_every_language(stored, "title")) if stored else None)


def after_title(sender: type[Office], instance: Office, **signal: object) -> None:
    before = instance.__dict__.pop(STORED)
    if before is not None and before != tuple(in_every_language(instance, "title")):
        later("speaker", instance.speaker_id)


def after_alias(sender: type[Alias], instance: Alias, **signal: object) -> None:
    later("speaker", instance.speaker_id)


def later(kind: str, pk: int) -> None:
    transaction.on_commit(lambda: index_stories_of.enqueue(kind, pk))


@task()
def index_stories_of(kind: str, pk: int) -> None:
    """Index all stories listed under something, a batch at a time."""
    listing = next(each for each in LISTINGS if kind_of(each.objects.none()) == kind)
    last = 0
    while batch := listed_after(listing, pk, last):
        with transaction.atomic():
            queue_up()
            index(batch)
        last = batch[-1]


def listed_after(listing: type[Listing], subject: int, last: int) -> list[int]:
    rows = listing.objects.filter(subject=subject, edition_id__gt=last).order_by("edition_id")
    return list(rows.values_list("edition_id", flat=True).distinct()[:BATCH])
