"""A language added to a newspaper that already has names: each gets an address there, and no name."""

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db import transaction
from modeltranslation.utils import build_localized_fieldname as in_language

from newsroom.readers.migrated import is_up_to_date

from .models.naming import CODES, Named

DERIVED = ("slug", "folded", "sort_key")


def give_addresses(apps: Apps = installed, **_signal: object) -> None:
    """Make the slugs and sort keys that names lack; after a migration, with nothing to do a probe each."""
    with transaction.atomic():
        for kind in Named.__subclasses__():
            for language in CODES if is_up_to_date(apps, kind) else ():
                _complete(kind, language)


def _complete(kind: type[Named], language: str) -> None:
    columns = [in_language(field, language) for field in DERIVED]
    for thing in kind._default_manager.filter(**{in_language("slug", language): None}).order_by("pk"):
        thing.complete(language)
        kind._default_manager.filter(pk=thing.pk).update(**{column: getattr(thing, column) for column in columns})
