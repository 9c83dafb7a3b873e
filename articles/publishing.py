"""The verbs that change what readers see. Each is one transaction; nothing else writes the public side.

Only a category that becomes part of another lists anew what it holds (models/taxonomy.py), and an archive to measure
with is written in bulk (archive/public.py).
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.editorial.stages import Stage
from newsroom.staff.models import Person

from .desk.completeness import NotReady, problems_of
from .desk.compose import compose
from .desk.saving import for_desk, recount
from .desk.versions import keep
from .finding.index import index, leave_out
from .listing import enlist, list_until, unlist
from .models import Article, Change, Edition, FormerSlug, Publication, Reason
from .queueing import queue_up
from .slugs import RESERVED_ARTICLE_SLUGS, slug_for

# So many withdrawals that came by themselves are written down by one verb.
SETTLED_AT_ONCE = 500
# After this every process that keeps pages has seen the moment pass, or will forget all it keeps (pagecache/feed.py).
SEEN_BY_ALL = timedelta(minutes=2)

BREAKS_FOR = timedelta(hours=3)


class NeverOnTheSite(Exception):
    """Raised when an edition would come off the site before readers could see it."""

    def __init__(self) -> None:
        super().__init__(_("The story would come off the site before it goes live. Give a later moment."))


def publish(
    edition: Edition,
    by: Person | None,
    *,
    at: datetime | None = None,
    until: datetime | None = None,
    change: Change = Change.SIGNIFICANT,
) -> Publication:
    """Give readers the desk's text of one language, now or at a moment to come, for good or `until` another.

    An embargo is kept whatever `at` says. Of a live edition the date readers see moves only by a significant
    change, and its first publication never does. Without `until` a moment to come off the site stays as it was set,
    but one that has passed is forgotten. Raises NotReady with all that must be mended first, and NeverOnTheSite.
    """
    with transaction.atomic():
        article = for_desk(edition.article_id)
        queue_up()
        _settle_withdrawals()
        edition = Edition.objects.get(pk=edition.pk)
        if problems := problems_of(article, edition.language):
            raise NotReady(problems)
        publication = _write(article, edition, by, change)
        _show(article, edition, publication, at, until)
        enlist(edition, publication.content)
        index([edition.pk])
        recount(article, edition)
        keep(article, by, Reason.PUBLICATION)
    return publication


def withdraw(edition: Edition, by: Person | None, *, at: datetime | None = None) -> None:
    """Take an edition from readers, at once or by itself at a moment to come.

    From then on its address answers 410, or 404 if it was never public. Raises NeverOnTheSite.
    """
    with transaction.atomic():
        article = for_desk(edition.article_id)
        queue_up()
        _settle_withdrawals()
        edition = Edition.objects.get(pk=edition.pk)
        if not edition.is_published:
            return
        if at:
            _set_end(edition, at)
        else:
            _end(edition)
        keep(article, by, Reason.WITHDRAWAL)


def let_stay(edition: Edition) -> None:
    """Forget the moment at which an edition was to come off the site; what has come off stays off."""
    with transaction.atomic():
        for_desk(edition.article_id)
        queue_up()
        edition = Edition.objects.get(pk=edition.pk)
        if edition.is_published and edition.withdraw_at:
            _set_end(edition, None)


def announce(edition: Edition, *, until: datetime | None = None) -> None:
    """Put a published story above every page of its language as breaking news, for BREAKS_FOR or `until` a moment.

    Readers see the newest of those announced.
    """
    _say_it_is_breaking(edition, until or timezone.now() + BREAKS_FOR)


def stop_announcing(edition: Edition) -> None:
    """Let a story be breaking news no longer; it stays on the site."""
    _say_it_is_breaking(edition, None)


def _say_it_is_breaking(edition: Edition, until: datetime | None) -> None:
    with transaction.atomic():
        for_desk(edition.article_id)
        queue_up()
        edition = Edition.objects.get(pk=edition.pk)
        if edition.is_published:
            edition.breaking_until = until
            edition.save(update_fields=["breaking_until"])


def _set_end(edition: Edition, at: datetime | None) -> None:
    if at and at <= edition.publish_at:
        raise NeverOnTheSite
    edition.withdraw_at = at
    edition.save(update_fields=["withdraw_at"])
    list_until(edition)
    index([edition.pk])


def _end(edition: Edition) -> None:
    _take_back(edition)
    edition.withdraw_at = edition.breaking_until = None
    edition.save(update_fields=["stage", "publish_at", "withdraw_at", "breaking_until", "first_published"])
    # Last, because what its pages showed is told by the rows that list it.
    unlist([edition])
    leave_out([edition.pk])


def _take_back(edition: Edition) -> None:
    """Set the stage after a withdrawal; what readers never had is a draft again, with no date to come back to."""
    if edition.is_visible:
        edition.stage = Stage.WITHDRAWN
        return
    was_public = edition.first_published < edition.publish_at
    edition.stage = Stage.WITHDRAWN if was_public else Stage.DRAFT
    edition.publish_at = edition.first_published = edition.first_published if was_public else None


def _settle_withdrawals() -> None:
    """Write down what came off the site by itself, so that lists needn't read past it for ever.

    Readers see no difference. What has just come off stays as it is, because those who keep pages look for its moment
    among what is published (staleness/due.py). What somebody else is saving just now is left for the next time: to
    wait for it could be to wait for each other.
    """
    over = Edition.objects.run_out(timezone.now() - SEEN_BY_ALL)
    run_out = over.select_for_update(skip_locked=True, no_key=True)[:SETTLED_AT_ONCE]
    if editions := list(run_out.values_list("pk", flat=True)):
        unlist(editions)
        leave_out(editions)
        Edition.objects.without_purging().filter(pk__in=editions).update(stage=Stage.WITHDRAWN)


def _write(article: Article, edition: Edition, by: Person | None, change: Change) -> Publication:
    last = edition.publications.order_by("-number").first()
    return Publication.objects.create(
        edition=edition,
        number=last.number + 1 if last else 1,
        by=by,
        change=change if last else Change.FIRST,
        content=compose(article, edition.language),
    )


def _show(
    article: Article, edition: Edition, publication: Publication, at: datetime | None, until: datetime | None
) -> None:
    end = until or (edition.withdraw_at if edition.is_published else None)
    _date(edition, publication, at)
    if end and end <= max(edition.publish_at, timezone.now()):
        raise NeverOnTheSite
    edition.withdraw_at = end
    _move(article, edition)
    edition.stage = Stage.PUBLISHED
    edition.live = publication
    copy_card(article, edition, publication.content)
    edition.save()


def copy_card(article: Article, edition: Edition, content: dict) -> None:
    """Give an edition its copies of what a card shows."""
    edition.category = article.category
    edition.kind = article.kind
    edition.headline = content["headline"]
    edition.teaser = content["lead"]
    edition.picture = article.picture


def _date(edition: Edition, publication: Publication, at: datetime | None) -> None:
    """Set the dates readers see; an edition that comes back after a withdrawal keeps the ones it had."""
    now = publication.when
    if edition.is_visible:
        if publication.change == Change.SIGNIFICANT:
            edition.last_significant_change = now
        return
    was_public = edition.first_published is not None and edition.first_published <= now
    moment = at or (edition.first_published if was_public else now)
    edition.publish_at = max(filter(None, (moment, edition.embargo_until)))
    edition.first_published = edition.first_published if was_public else edition.publish_at


def _move(article: Article, edition: Edition) -> None:
    """Give the edition the slug the desk asks for, or one made from the headline, and leave a redirect."""
    wanted = article.text("slug", edition.language)
    if not wanted and edition.slug:
        return
    slug = wanted or _free_slug(article, edition)
    if edition.slug:
        FormerSlug.leave(FormerSlug.Kind.ARTICLE, edition.pk, edition.language, edition.slug, slug)
    edition.slug = slug


def _free_slug(article: Article, edition: Edition) -> str:
    base = slug_for(article.text("headline", edition.language), edition.language) or f"story-{article.pk}"
    slug, number = base, 1
    while slug in RESERVED_ARTICLE_SLUGS or _taken(slug, edition):
        number += 1
        slug = f"{base}-{number}"
    return slug


def _taken(slug: str, edition: Edition) -> bool:
    here = {"language": edition.language, "slug": slug}
    former = FormerSlug.objects.filter(kind=FormerSlug.Kind.ARTICLE, **here).exclude(object_id=edition.pk)
    return Edition.objects.filter(**here).exclude(pk=edition.pk).exists() or former.exists()
