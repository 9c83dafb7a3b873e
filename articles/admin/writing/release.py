"""From the form to readers: which languages may be published, and publishing those that were chosen."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ...desk.completeness import NotReady, problems_of
from ...desk.saving import for_desk
from ...models import Article, Change, Edition
from ...publishing import let_stay, publish, withdraw
from ..states import moment, planned
from .columns import own_name
from .plan import comes_off, embargo, goes_live
from .story import StoryForm


def chosen_languages(request: HttpRequest, form: StoryForm) -> list[str]:
    """Return the languages that the form is to publish; raises PermissionDenied."""
    codes = form.languages_to_publish
    if not all(request.user.may(Right.PUBLISH, code) for code in codes):
        raise PermissionDenied
    return codes


def release(article: Article, codes: Iterable[str], plan: dict, by: Person) -> list[Edition]:
    """Publish the languages that have something new and return their editions: all of them, or none.

    `plan` holds what the form cleaned: the moments as in plan.py, and `change`. Raises NotReady.
    """
    with transaction.atomic():
        story = for_desk(article.pk)
        if problems := [problem for code in codes for problem in problems_of(story, code)]:
            raise NotReady(problems)
        standing = story.editions.filter(language__in=codes)
        editions = [edition for edition in standing if _has_news(edition, plan) or _has_other_end(edition, plan)]
        for edition in editions:
            _release(edition, plan, by)
        return list(Edition.objects.select_related("category").filter(pk__in=[edition.pk for edition in editions]))


def _release(edition: Edition, plan: dict, by: Person) -> None:
    end = comes_off(edition, plan)
    if _has_other_end(edition, plan):
        let_stay(edition)  # a story that is moved may go live after its old end
    if _has_news(edition, plan):
        _keep_embargo(edition, embargo(edition, plan))
        publish(edition, by, at=goes_live(edition, plan), until=end, change=plan["change"] or Change.MINOR)
    elif end:
        withdraw(edition, by, at=end)


def _has_other_end(edition: Edition, plan: dict) -> bool:
    return edition.is_published and comes_off(edition, plan) != edition.withdraw_at


def _has_news(edition: Edition, plan: dict) -> bool:
    other_embargo = embargo(edition, plan) != edition.embargo_until
    planned_anew = edition.is_scheduled and (plan["goes_live"] or plan["at_once"] or other_embargo)
    return not edition.is_published or bool(edition.unpublished or planned_anew)


def _keep_embargo(edition: Edition, until: datetime | None) -> None:
    """Write down an embargo before the edition goes out; what readers have already can't be taken back by one."""
    if edition.is_visible or edition.embargo_until == until:
        return
    edition.embargo_until = until
    if edition.is_scheduled and until:
        edition.publish_at = max(edition.publish_at, until)
    edition.save(update_fields=["embargo_until", "publish_at"])


def news_of(edition: Edition) -> SafeString:
    """Say what became of an edition, with a link to it once readers see it."""
    name = own_name(edition.language)
    if edition.is_scheduled:
        return format_html("{}: {}.", name, planned(edition))
    link = format_html('<a href="{}" lang="{}">{}</a>', edition.get_absolute_url(), edition.language, edition.headline)
    if edition.withdraw_at:
        return format_html(_("{}: on the site until {}. {}"), name, moment(edition.withdraw_at, with_time=True), link)
    return format_html(_("{}: published. {}"), name, link)
