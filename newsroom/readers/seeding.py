"""After every migration: the site's own cookies are registered, and every place of words can be edited."""

from django.apps import AppConfig
from django.db import connections

from .models import Keeping, Place, Policy, RegistryEntry, Wording
from .proof import keep_texts

HALF_A_YEAR, A_WEEK, A_YEAR = 180, 7, 365  # days

OWN_ENTRIES = (
    ("consent", Keeping.COOKIE, HALF_A_YEAR),
    ("notice", Keeping.COOKIE, HALF_A_YEAR),
    ("lang", Keeping.COOKIE, HALF_A_YEAR),
    ("lang-prompt", Keeping.COOKIE, HALF_A_YEAR),
    ("session", Keeping.COOKIE, A_WEEK),
    ("csrf", Keeping.COOKIE, A_YEAR),
    ("theme", Keeping.LOCAL, None),
    ("ContentEditor:*", Keeping.LOCAL, None),
    ("django.admin.filtersState", Keeping.SESSION, None),
)


def seed(sender: AppConfig, using: str, **kwargs: object) -> None:
    """Add what is not there yet, and keep as proof what readers are shown from now on."""
    if RegistryEntry._meta.db_table not in connections[using].introspection.table_names():
        return  # migrated backwards
    RegistryEntry.objects.bulk_create(
        [RegistryEntry(name=name, keeping=keeping, lifetime=days, own=True) for name, keeping, days in OWN_ENTRIES],
        ignore_conflicts=True,
    )
    Wording.objects.bulk_create([Wording(place=place) for place in Place.values], ignore_conflicts=True)
    Policy.objects.follow(entry.fact for entry in RegistryEntry.objects.asked_for())
    keep_texts()
