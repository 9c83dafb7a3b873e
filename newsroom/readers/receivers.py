"""What follows from a migration, or from a change of the registry or the words, whoever makes it."""

from django.apps import AppConfig
from django.db import connections
from django.db.models import Model

from .models import Keeping, Place, Policy, PolicyText, RegistryEntry, Wording
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
    """Register the site's own cookies and open every place of words to editors; what is there stays."""
    if not all(has_its_columns(model, using) for model in (RegistryEntry, Wording, Policy, PolicyText)):
        return  # migrated backwards, or a new language has no migration yet
    RegistryEntry.objects.bulk_create(
        [RegistryEntry(name=name, keeping=keeping, lifetime=days, own=True) for name, keeping, days in OWN_ENTRIES],
        ignore_conflicts=True,
    )
    Wording.objects.bulk_create([Wording(place=place) for place in Place.values], ignore_conflicts=True)
    follow_registry()


def has_its_columns(model: type[Model], using: str) -> bool:
    connection, table = connections[using], model._meta.db_table
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return False
        found = {column.name for column in connection.introspection.get_table_description(cursor, table)}
    return found >= {field.column for field in model._meta.local_fields}


def follow_registry(**kwargs: object) -> None:
    """Let the policy ask for what is registered now, and keep as proof what readers are shown of it."""
    Policy.objects.follow(entry.fact for entry in RegistryEntry.objects.asked_for())
    keep_texts()


def follow_words(**kwargs: object) -> None:
    """Keep as proof the words that readers are shown from now on."""
    keep_texts()
