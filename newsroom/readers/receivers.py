"""What follows from a migration, or from a change of the registry or the words, whoever makes it."""

from django.apps import apps as installed
from django.apps.registry import Apps
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


def seed(apps: Apps = installed, **_signal: object) -> None:
    """Register the site's own cookies and open every place of words to editors; what is there stays."""
    if not all(is_up_to_date(apps, model) for model in (RegistryEntry, Wording, Policy, PolicyText)):
        return
    RegistryEntry.objects.bulk_create(
        [RegistryEntry(name=name, keeping=keeping, lifetime=days, own=True) for name, keeping, days in OWN_ENTRIES],
        ignore_conflicts=True,
    )
    Wording.objects.bulk_create([Wording(place=place) for place in Place.values], ignore_conflicts=True)
    follow_registry()


def is_up_to_date(apps: Apps, model: type[Model]) -> bool:
    """Tell whether the migrations run so far made all columns: somebody may have gone back, or not yet on."""
    try:
        migrated = apps.get_model(model._meta.label)
    except LookupError:
        return False
    return {field.name for field in model._meta.fields} <= {field.name for field in migrated._meta.fields}


def follow_registry(**kwargs: object) -> None:
    """Let the policy ask for what is registered now, and keep as proof what readers are shown of it."""
    Policy.objects.follow(entry.fact for entry in RegistryEntry.objects.asked_for())
    keep_texts()


def follow_words(**kwargs: object) -> None:
    """Keep as proof the words that readers are shown from now on."""
    keep_texts()
