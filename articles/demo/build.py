"""Builds the example newspaper through the verbs that editors use."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from articles.publishing import publish, withdraw

from . import files
from .afterwards import AFTERWARDS
from .files import Report
from .library import pictures
from .registry import register
from .staff import Newsroom, newsroom
from .things import things
from .writing import date_as_of, write


def build(report: Report) -> int:
    """Write and publish the stories that are not there yet; return how many. Nothing that is there is touched."""
    stories = missing()
    if not stories:
        return 0
    paper = files.newspaper()
    drawn = pictures(paper["pictures"], report)
    with transaction.atomic():
        staff = newsroom()
        named = things(paper, drawn, staff)
        register(paper["registry"])
        # All are written before one is published, because a publication looks its links up.
        written = [(write(story, named, staff.olha), story) for story in stories]
        for number, (article, story) in enumerate(written, start=1):
            bring_out(article, story, staff)
            report("Stories", number, len(written))
    return len(stories)


def missing() -> list[dict]:
    stories = {files.uid_of(story["key"]): story for story in files.stories()}
    there = set(Article.objects.filter(uid__in=stories).values_list("uid", flat=True))
    return [story for uid, story in stories.items() if uid not in there]


def bring_out(article: Article, story: dict, staff: Newsroom) -> None:
    """Take a story as far as its file says: published, scheduled or withdrawn, in each of its languages."""
    now = timezone.now()
    moment = now - timedelta(hours=story.get("hours_ago", 0))
    article.editions.without_purging().exclude(language=story["original"]).update(translator=staff.taras)
    if story["state"] != "draft":
        publish_all(article, story, moment, staff)
    date_as_of(article, min(moment, now))
    if story["key"] in AFTERWARDS:
        AFTERWARDS[story["key"]](article, staff)


def publish_all(article: Article, story: dict, moment: datetime, staff: Newsroom) -> None:
    for edition in article.editions.filter(language__in=story["languages"]):
        publish(edition, staff.maria, at=moment)
        if story["state"] == "withdrawn":
            withdraw(edition, staff.maria)
