"""Whoever saves or deletes what pages show purges the pages whose bytes change by it, and no others.

A row is compared with what is stored, part by part, as its parts are shown.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from django.utils.translation import get_language

from newsroom.pagecache.purging import purge, purge_everything
from newsroom.pagecache.tags import AWAITED, SLOTS, Stale
from newsroom.pictures.models import Picture
from newsroom.pictures.signals import changed_in_bulk, renditions_made, shown
from newsroom.readers.models import Policy, RegistryEntry, Wording

from ..listing import rows_of, speakers_in
from ..merging.present import with_present_ids
from ..models import Category, Change, Edition, Identity, Office, Publication, Quote
from ..shown import menu_in, shows, tag_of
from .lists import List, lists_of
from .rows import CODES, PARTS_OF, Parts
from .stories import awaited, of_edition

DESKS = {
    "behind",
    "missing",
    "unpublished",
    "changed_by",
    "translator",
    "embargo_until",
}  # columns of an edition no reader sees
# Shared caches keep what they have for so long, and learn of no moment that is nearer than that.
SOON = timedelta(minutes=5)
STORED = "_as_pages_show_it"


def follow() -> None:
    """Listen to every row that pages show."""
    for model in PARTS_OF:
        connect(model, before_row, after_row)
    connect(Edition, before_edition, after_edition)
    post_save.connect(after_publication, sender=Publication)
    shown.connect(picture_shown, sender=Picture)
    renditions_made.connect(after_renditions, sender=Picture)
    changed_in_bulk.connect(after_bulk, sender=Picture)
    for model in (Policy, RegistryEntry, Wording):
        post_save.connect(after_question, sender=model)
        post_delete.connect(after_question, sender=model)


def connect(model: type[Model], before: Callable, after: Callable) -> None:
    pre_save.connect(before, sender=model)
    post_save.connect(after, sender=model)
    pre_delete.connect(before, sender=model)
    post_delete.connect(after, sender=model)


def differing(before: Parts, after: Parts) -> set[str]:
    return {tag for tag in before.keys() | after.keys() if before.get(tag) != after.get(tag)}


def before_row(sender: type[Model], instance: Model, **signal: object) -> None:
    stored = sender._default_manager.filter(pk=instance.pk).first() if instance.pk else None
    setattr(instance, STORED, PARTS_OF[sender](stored) if stored else {})
    if stored and sender is Category and stored.parent_id != instance.parent_id:
        purge(*moved(stored, instance))


def after_row(sender: type[Model], instance: Model, signal: object, created: bool = False, **more: object) -> None:
    before: Parts = instance.__dict__.pop(STORED)
    after = {} if signal is post_delete else PARTS_OF[sender](instance)
    changes = differing(before, after)
    if sender is Category:
        changes |= set(opened(instance, changes))
    if created:  # pages show what it belongs to at most: the offices of a speaker, and where else they are known
        is_part = isinstance(instance, Office | Identity)
        changes = {tag for tag in changes if is_part and tag.startswith("speaker:")}
    purge(*changes)


def before_edition(
    sender: type[Edition], instance: Edition, update_fields: Iterable[str] | None = None, **signal: object
) -> None:
    if update_fields is not None and set(update_fields) <= DESKS:
        return
    stored = Edition.objects.select_related("live", "category__parent").filter(pk=instance.pk).first()
    setattr(instance, STORED, Seen(stored, list(stored.quotes.order_by("position"))) if stored else Seen())


def after_edition(sender: type[Edition], instance: Edition, signal: object, **more: object) -> None:
    before: Seen | None = instance.__dict__.pop(STORED, None)
    if before is None:
        return
    after = Seen() if signal is post_delete else Seen(instance)
    purge(*before.turned_into(after))
    if any(moment < timezone.now() + SOON for moment in after.parts.get(tag_of(instance, AWAITED), ())):
        purge(*Seen(instance, visible=True).everything(timezone.now()))


def opened(section: Category, changes: set[str]) -> Iterator[str]:
    """Give what leads to a section in a language in which it got its name only now, or lost it."""
    for code in CODES:
        if tag_of(section, "named", code) in changes and section.listings.filter(language=code).visible().exists():
            yield tag_of(section, "listed", code)
            yield menu_in(code)


def moved(before: Category, after: Category) -> Iterator[str]:
    """Give what a section that becomes part of another leaves and comes to, in the languages of its stories."""
    mine = before.with_descendants()
    sections = set(before.with_ancestors()) ^ set(after.with_ancestors())
    stories = Edition.objects.filter(category__in=mine).visible()
    for code in stories.order_by().values_list("language", flat=True).distinct():
        yield menu_in(code)
        for section in sections:
            yield tag_of(section, "stories", code)
            others = section.listings.filter(language=code).exclude(edition__category__in=mine)
            if not others.visible().exists():
                yield tag_of(section, "listed", code)


class Seen:
    """What readers see of an edition, in its own pages and in lists; nothing, if there is no edition.

    `quotes` are those that pages show, if they are not the ones it would have now. `visible` is for an edition that
    becomes visible, or was until now.
    """

    def __init__(
        self, edition: Edition | None = None, quotes: list[Quote] | None = None, *, visible: bool = False
    ) -> None:
        self.parts: Parts = {}
        self.lists: dict[str, List] = {}
        self.moment = edition.publish_at if edition and (visible or edition.is_visible) else None
        if self.moment:
            content = with_present_ids(edition.live.content)
            rows = rows_of(edition, content, speakers_in(content))
            self.parts = of_edition(edition, content, rows[Quote] if quotes is None else quotes)
            self.lists = {each.tag: each for each in lists_of(edition, rows)}
        elif edition:
            self.parts = awaited(edition)

    def turned_into(self, after: "Seen") -> Iterator[Stale]:
        """Give what differs."""
        yield from (Stale(tag) for tag in differing(self.parts, after.parts))
        for mine, theirs in ((self, after), (after, self)):
            for tag, each in mine.lists.items():
                if tag not in theirs.lists:
                    yield from each.turns()
                if tag not in theirs.lists or mine.moment != theirs.moment:
                    yield Stale(tag, mine.moment)

    def everything(self, since: datetime) -> Iterator[Stale]:
        """Give all of it, for an edition that comes or goes by the clock, after a moment."""
        yield from map(Stale, self.parts)
        for tag, each in self.lists.items():
            yield from (Stale(tag, self.moment), *each.turns(since))


def after_publication(sender: type[Publication], instance: Publication, created: bool, **signal: object) -> None:
    """Purge the story in those languages in which it is no longer newer than this one."""
    edition = instance.edition
    if not created or instance.change == Change.MINOR or not edition.is_visible:
        return
    written = edition.publications.exclude(pk=instance.pk).exclude(change=Change.MINOR).order_by("-number").first()
    if written:
        siblings = Edition.objects.filter(article=edition.article_id, last_significant_change__gt=written.when)
        purge(*(tag_of(sibling, "older") for sibling in siblings.exclude(pk=edition.pk)))


def picture_shown(sender: type[Picture], picture: Picture, parts: Iterable[str], **signal: object) -> None:
    for part in parts:
        shows(picture, part, "" if part == "image" else get_language())


def after_renditions(sender: type[Picture], picture: Picture, **signal: object) -> None:
    purge(tag_of(picture, "image"))


def after_bulk(sender: type[Picture], **signal: object) -> None:
    purge_everything()


def after_question(sender: type[Model], instance: Model, **signal: object) -> None:
    """Ask anew everywhere; a page itself changes only if the policy says what may open inside it."""
    purge(SLOTS, *(["policy"] if sender is Policy else []))
