"""Makes a big archive of invented stories, so that a newspaper can be measured at the size it may reach."""

from collections.abc import Callable
from itertools import islice
from random import Random

from django.db import transaction

from articles.demo import files
from articles.models import Article, Speaker

from .desk import UIDS, write
from .plan import planned
from .public import publish
from .things import things

# So many stories are in memory, and in one transaction.
BATCH = 500
Report = Callable[[str, int, int], None]


def build(number: int, report: Report) -> None:
    """Write and publish so many more stories; what a broken run has finished stays."""
    named = things()
    speakers = Speaker.objects.prefetch_related("offices").in_bulk([speaker.pk for speaker in named.speakers])
    # Chance begins where the last archive ended, so that two databases built alike are alike.
    dice = Random(Article.objects.filter(uid__range=UIDS).count())
    plans, done = planned(number, named, dice), 0
    while batch := list(islice(plans, BATCH)):
        with transaction.atomic():
            publish(write(batch, named, dice), batch, speakers)
        done += len(batch)
        report("Stories", done, number)


def has_other_stories() -> bool:
    """Tell whether there is a story that belongs neither to an archive nor to the example newspaper."""
    example = [files.uid_of(story["key"]) for story in files.stories()]
    return Article.objects.exclude(uid__range=UIDS).exclude(uid__in=example).exists()
