"""Brings the whole index up to date, a batch at a time, while the newspaper goes on."""

from collections.abc import Callable, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from newsroom.search.entries import rules
from newsroom.search.models import Document

from ..models import Edition
from ..models.edition import IS_PUBLISHED
from ..queueing import queue_up
from .entries import STORY
from .index import index, leave_out

BATCH = 100  # editions in one transaction, for which a publishing may have to wait
Report = Callable[[str, int, int], None]


def reindex(report: Report) -> int:
    """Index every published edition that isn't, or by other rules than today's; return how many were.

    What a broken run has finished stays. Readers find all the time what there is.
    """
    for batch in batches(left_over()):
        leave_out(batch)
    wanted = lacking()
    number, done = wanted.count(), 0
    for batch in batches(wanted):
        with transaction.atomic():
            queue_up()
            index(batch)
        done += len(batch)
        report("Stories", done, max(number, done))
    return done


def forget_rules() -> None:
    """Let the next run index everything anew; until then all is found as before."""
    Document.objects.update(rules="")


def lacking() -> QuerySet[Edition]:
    up_to_date = Document.objects.filter(kind=STORY, key=OuterRef("pk"), rules=rules())
    return Edition.objects.filter(IS_PUBLISHED, ~Exists(up_to_date)).order_by("-pk")


def left_over() -> QuerySet[Edition]:
    """Return editions that are found and not published, which nothing but a broken restore can bring about."""
    found = Document.objects.filter(kind=STORY, key=OuterRef("pk"))
    return Edition.objects.exclude(IS_PUBLISHED).filter(Exists(found)).order_by("-pk")


def batches(editions: QuerySet[Edition]) -> Iterator[list[int]]:
    """Yield the ids of editions, the newest first, each once."""
    last = None
    while batch := list((editions.filter(pk__lt=last) if last else editions).values_list("pk", flat=True)[:BATCH]):
        yield batch
        last = batch[-1]
