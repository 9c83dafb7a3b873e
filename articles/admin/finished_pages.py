"""The page on finished pages meets the newspaper: who may see it, and what tags and moments are in its words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.editorial.rights import ByRights
from newsroom.pagecache.admin import WORDS, FinishedPagesAdmin
from newsroom.pagecache.models import FinishedPages
from newsroom.pagecache.tags import SLOTS
from newsroom.staff.roles import Right

from ..models import Article, Edition
from ..models.edition import IS_PUBLISHED
from ..staleness.rows import PARTS_OF

KINDS: dict[str, type[Model]] = {model._meta.model_name: model for model in (*PARTS_OF, Edition)} | {"story": Article}
QUESTIONS = {"policy"}
LONGEST_NUMBER = 18  # digits that a database takes for one
SPLIT_SECOND = timedelta(milliseconds=1)


@admin.register(FinishedPages)
class FinishedPagesDesk(ByRights, FinishedPagesAdmin):
    rights = (Right.STAFF, Right.PUBLISH)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_change(request)

    def has_view_permission(self, request: HttpRequest, obj: FinishedPages | None = None) -> bool:
        return self.may_change(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: FinishedPages | None = None) -> bool:
        return False

    def words_of(self, tags: Sequence[str]) -> dict[str, str]:
        found = super().words_of(tags)
        rows = rows_of(tags)
        for tag in tags:
            kind, number, *_part = [*tag.split(":"), "", ""]
            if kind in KINDS:
                found[tag] = named(KINDS[kind], number, rows[kind].get(number))
            elif tag == found[tag]:
                found[tag] = str(WORDS[SLOTS]) if tag in QUESTIONS else _("lists and menus")
        return found

    def happening(self, moment: datetime) -> list[str]:
        editions, then = Edition.objects.filter(IS_PUBLISHED), (moment - SPLIT_SECOND, moment + SPLIT_SECOND)
        live, over = editions.filter(publish_at__range=then), editions.filter(withdraw_at__range=then)
        coming = [_("“%(headline)s” goes live") % {"headline": each} for each in live]
        return coming + [_("“%(headline)s” comes off the site") % {"headline": each} for each in over]


def rows_of(tags: Sequence[str]) -> dict[str, dict[str, Model]]:
    """Return what tags name, by kind and number, by a query for each kind."""
    numbers: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for tag in tags:
        kind, number, *_part = [*tag.split(":"), ""]
        if kind in KINDS and number.isdecimal() and len(number) <= LONGEST_NUMBER:
            numbers[kind].add(number)
    return {
        kind: {str(pk): row for pk, row in KINDS[kind]._default_manager.in_bulk(found).items()} if found else {}
        for kind, found in numbers.items()
    }


def named(model: type[Model], number: str, row: Model | None) -> str:
    return f"{capfirst(model._meta.verbose_name)} · {row or number}"
