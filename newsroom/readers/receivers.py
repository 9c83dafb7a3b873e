"""What follows from a migration, or from a change of the registry or the words, whoever makes it."""

from django.apps import apps as installed  # for flush, which migrates nothing
from django.apps.registry import Apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from . import cookies
from .migrated import is_up_to_date
from .models import Keeping, Place, Policy, PolicyText, RegistryEntry, Wording
from .proof import keep_texts

DAY = 24 * 3600

OWN_ENTRIES = (
    ("consent", Keeping.COOKIE, cookies.LIFETIME_DAYS),
    ("notice", Keeping.COOKIE, cookies.LIFETIME_DAYS),
    ("lang", Keeping.COOKIE, cookies.LIFETIME_DAYS),
    ("lang-prompt", Keeping.COOKIE, cookies.LIFETIME_DAYS),
    ("session", Keeping.COOKIE, settings.SESSION_COOKIE_AGE // DAY),
    ("csrf", Keeping.COOKIE, settings.CSRF_COOKIE_AGE // DAY),
    ("desk", Keeping.COOKIE, 1),
    ("unsaved:*", Keeping.LOCAL, None),
    ("theme", Keeping.LOCAL, None),
    ("ContentEditor:*", Keeping.LOCAL, None),
    ("django.admin.filtersState", Keeping.SESSION, None),
)


def seed(using: str, apps: Apps = installed, **_signal: object) -> None:
    """Register the site's own cookies and open every place of words to editors, whose words stay."""
    up_to_date = all(is_up_to_date(apps, model) for model in (RegistryEntry, Wording, Policy, PolicyText))
    if using != DEFAULT_DB_ALIAS or not up_to_date:
        return
    facts = {"update_conflicts": True, "unique_fields": ["name", "keeping", "provider"], "update_fields": ["lifetime"]}
    entries = [
        RegistryEntry(name=name, keeping=keeping, lifetime=days, own=True) for name, keeping, days in OWN_ENTRIES
    ]
    RegistryEntry.objects.filter(own=True).exclude(name__in=[entry.name for entry in entries]).delete()
    RegistryEntry.objects.bulk_create(entries, **facts)
    Wording.objects.exclude(place__in=Place.values).delete()
    Wording.objects.bulk_create([Wording(place=place) for place in Place.values], ignore_conflicts=True)
    follow_registry()


def follow_registry(**kwargs: object) -> None:
    """Let the policy ask for what is registered now, and keep as proof what readers are shown of it."""
    Policy.objects.follow(lambda: [entry.fact for entry in RegistryEntry.objects.asked_for()])
    keep_texts()


def follow_words(**kwargs: object) -> None:
    """Keep as proof the words that readers are shown from now on."""
    keep_texts()
