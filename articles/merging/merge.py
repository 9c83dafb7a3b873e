"""Two rows that are one person or thing: all of the duplicate moves to the one that stays, for ever.

Publications and versions are never changed: whoever reads them asks `Merger` what their ids mean now.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django_tasks import task
from modeltranslation.translator import translator

from newsroom.pagecache.purging import purge_everything
from newsroom.staff.models import Person

from ..desk.saving import for_desk, recount
from ..finding.index import index
from ..finding.renaming import index_stories_of
from ..models import Article, Author, Edition, FormerSlug, Merger, Quote, Source, Speaker, Topic
from ..models.naming import CODES, Named
from ..queueing import queue_up
from .pages import Pages
from .relations import keys_to, move_all, rows_at

MERGEABLE = (Speaker, Source, Topic, Author)
WAYS_TO_STORIES = {Article: "pk", Edition: "editions__pk"}
DERIVED = {"slug", "folded", "sort_key"}  # from a name: never taken over


class CannotMerge(Exception):
    """Raised when two rows are not to become one; its text says why, to editors."""


def merge(into: Named, duplicate: Named, by: Person | None) -> None:
    """Let a duplicate become one with `into`: what names it, its names, facts and addresses lead there from now on.

    What `into` lacks it takes over, nothing of it is overwritten. There is no way back. Raises CannotMerge.
    """
    with transaction.atomic():
        # Stories first and then the queue, as publishing does: else they could wait for each other.
        stories = list(_stories_with(duplicate).select_for_update(of=("self",)))
        queue_up()
        into, duplicate = _locked(into, duplicate)
        check(into, duplicate)
        pages = Pages(duplicate, into)
        called = str(duplicate)
        _keep_names(into, duplicate)
        quotes = list(Quote.objects.filter(speaker=duplicate, office=None)) if isinstance(into, Speaker) else []
        move_all(duplicate, into)
        _become_one(into, duplicate)
        _give_offices(into, quotes)
        _let_be_found(into, pages)
        pages.purge()
        _recount(stories)
        _write_down(into, called, by)


def check(into: Named, duplicate: Named) -> None:
    """Raise CannotMerge if these two can't become one."""
    if type(into) is not type(duplicate) or not isinstance(into, MERGEABLE):
        raise CannotMerge(_("Only two of one kind can be merged."))
    if into.pk == duplicate.pk:
        raise CannotMerge(_("Nobody and nothing can be merged with itself. Choose another."))
    people = {getattr(row, "person_id", None) for row in (into, duplicate)} - {None}
    if len(people) > 1:
        raise CannotMerge(
            _("Both authors work here, under accounts of their own. Take the person from one of them first.")
        )


def _stories_with(row: Named) -> QuerySet[Article]:
    """Return the stories that name a row, on the desk or for readers."""
    found = Q(pk__in=[])
    for key in keys_to(type(row)):
        for field in key.model._meta.concrete_fields:
            if way := WAYS_TO_STORIES.get(field.related_model):
                found |= Q(**{f"{way}__in": rows_at(key, row).values(field.attname)})
    return Article.objects.filter(pk__in=Article.objects.filter(found).values("pk")).order_by("pk")


def _locked(*rows: Named) -> list[Named]:
    """Fetch rows as they are now, so that nobody refers to one that goes; raises CannotMerge if one is gone."""
    found = {}
    for row in sorted(rows, key=lambda row: row.pk):
        found[row.pk] = type(row)._default_manager.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if None in found.values():
        raise CannotMerge(_("One of the two is gone by now; somebody may have merged them already."))
    return [found[row.pk] for row in rows]


def _keep_names(into: Named, duplicate: Named) -> None:
    """Let a speaker be found by every name of the duplicate that will not be a name of theirs."""
    if not isinstance(into, Speaker):
        return
    names = {into.name_in(code) or duplicate.name_in(code) for code in CODES}
    known = (
        names | set(into.aliases.values_list("text", flat=True)) | set(duplicate.aliases.values_list("text", flat=True))
    )
    for name in dict.fromkeys(map(duplicate.name_in, CODES)):
        if name and name not in known:
            into.aliases.create(text=name)


def _become_one(into: Named, duplicate: Named) -> None:
    """Delete the duplicate, give what stays what it lacks, and let every address lead there."""
    gone, left = duplicate.pk, {code: duplicate.slug_in(code) for code in CODES}
    facts = _facts_for(into, duplicate)
    duplicate.delete()
    Merger.note(into.KIND, gone, into.pk)
    for name, value in facts.items():
        setattr(into, name, value)
    if facts:
        into.save()
    FormerSlug.objects.filter(kind=into.KIND, object_id=gone).update(object_id=into.pk)
    for code, slug in left.items():
        FormerSlug.leave(into.KIND, into.pk, code, slug, into.slug_in(code))


def _facts_for(into: Named, duplicate: Named) -> dict[str, object]:
    """Return the columns that are empty in the one and not in the other; of translated ones those of each language."""
    translated = translator.get_options_for_model(type(into)).get_field_names()
    facts = {}
    for field in into._meta.concrete_fields:
        name = getattr(field, "translated_field", field).name
        if field.primary_key or field.name in translated or name in DERIVED:
            continue
        mine, theirs = getattr(into, field.attname), getattr(duplicate, field.attname)
        if mine in (None, "") and theirs not in (None, ""):
            facts[field.attname] = theirs
    return facts


def _give_offices(speaker: Named, quotes: list[Quote]) -> None:
    """Let words that had nobody's office show the one that their speaker, as is known now, held on that day."""
    for quote in quotes:
        if office := speaker.office_on(quote.said_on):
            Quote.objects.filter(pk=quote.pk).update(office=office)


def _let_be_found(into: Named, pages: Pages) -> None:
    """Index anew what the duplicate stood in: pages count by the index, so it is to be ready before they are made.

    The other stories, which are found by more names now, can wait, and so must very many.
    """
    index([edition.pk for edition in pages.editions])
    others = index_and_purge if pages.are_too_many else index_stories_of
    transaction.on_commit(lambda: others.enqueue(str(into.KIND), into.pk))


@task()
def index_and_purge(kind: str, pk: int) -> None:
    """Index all stories under something, and make the pages anew that counted them meanwhile."""
    index_stories_of.call(kind, pk)
    purge_everything()


def _recount(stories: list[Article]) -> None:
    """Count changes anew where there are some: to name the one instead of the other may have been one of them."""
    changed = Edition.objects.filter(article__in=stories, unpublished__gt=0, live__isnull=False)
    for edition in changed.select_related("live"):
        recount(for_desk(edition.article_id), edition)


def _write_down(into: Named, called: str, by: Person | None) -> None:
    if by:
        words = _("Merged with “%(name)s”, which leads here now.") % {"name": called}
        LogEntry.objects.log_actions(by.pk, [into], CHANGE, change_message=words, single_object=True)
