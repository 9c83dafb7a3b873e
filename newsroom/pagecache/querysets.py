"""Rows changed in bulk, past save() and its signals: whoever writes them so needn't think of the pages."""

from collections.abc import Iterable
from typing import Self

from django.db.models import Model, QuerySet

from .purging import purge_everything


class PurgingQuerySet(QuerySet):
    """A queryset of rows that pages show: update(), bulk_update() and bulk_create() purge every page.

    What exactly changed nobody knows then. delete() is exact by itself: the signals of every row are sent.
    """

    _is_purged_by_caller = False

    def without_purging(self) -> Self:
        """Return the same rows for a caller who purges what changes, or changes nothing that readers see."""
        clone = self._chain()
        clone._is_purged_by_caller = True
        return clone

    def update(self, **values: object) -> int:
        changed = super().update(**values)
        if changed and not self._is_purged_by_caller:
            purge_everything()
        return changed

    update.alters_data = True

    def bulk_create(self, objs: Iterable[Model], *args: object, **options: object) -> list[Model]:
        created = super().bulk_create(objs, *args, **options)
        if created and not self._is_purged_by_caller:
            purge_everything()
        return created

    bulk_create.alters_data = True

    def _clone(self) -> Self:
        clone = super()._clone()
        clone._is_purged_by_caller = self._is_purged_by_caller
        return clone
