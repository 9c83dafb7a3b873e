from collections.abc import Iterable

from django.db.models import Model, QuerySet

from .signals import changed_in_bulk


class PictureQuerySet(QuerySet):
    """Pictures that say when they are changed in bulk, where no picture is saved by itself."""

    def update(self, **values: object) -> int:
        changed = super().update(**values)
        if changed:
            changed_in_bulk.send(self.model)
        return changed

    update.alters_data = True

    def bulk_create(self, objs: Iterable[Model], *args: object, **options: object) -> list[Model]:
        created = super().bulk_create(objs, *args, **options)
        if created:
            changed_in_bulk.send(self.model)
        return created

    bulk_create.alters_data = True
