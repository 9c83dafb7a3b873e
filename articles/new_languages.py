"""A language added to a newspaper that already has names: each gets an address there, and no name."""

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db import transaction
from modeltranslation.utils import build_localized_fieldname as in_language

from .models.naming import CODES, Named

DERIVED = ("slug", "folded", "sort_key")


def give_addresses(apps: Apps = installed, **_signal: object) -> None:
    """Make the slugs and sort keys that names lack; after a migration, with nothing to do a probe each."""
    with transaction.atomic():
        for kind in Named.__subclasses__():
            for language in CODES if _is_up_to_date(apps, kind) else ():
                _complete(kind, language)


def _is_up_to_date(apps: Apps, kind: type[Named]) -> bool:
    """Tell whether the migrations run so far made all columns: somebody may have gone back, or not yet on."""
    try:
        migrated = apps.get_model(kind._meta.label)
    except LookupError:
        return False
    return {field.name for field in kind._meta.fields} <= {field.name for field in migrated._meta.fields}


def _complete(kind: type[Named], language: str) -> None:
    columns = [in_language(field, language) for field in DERIVED]
    for thing in kind._default_manager.filter(**{in_language("slug", language): None}):
        thing.complete(language)
        kind._default_manager.filter(pk=thing.pk).update(**{column: getattr(thing, column) for column in columns})
