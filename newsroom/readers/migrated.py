"""Whether what follows a migration may touch a table already."""

from django.apps.registry import Apps
from django.db.models import Model


def is_up_to_date(apps: Apps, model: type[Model]) -> bool:
    """Tell whether the migrations run so far made all columns: somebody may have gone back, or not yet on."""
    try:
        migrated = apps.get_model(model._meta.label)
    except LookupError:
        return False
    return {field.name for field in model._meta.fields} <= {field.name for field in migrated._meta.fields}
