"""What the example keeps on readers' devices, and so asks them about."""

from collections.abc import Iterable

from newsroom.readers.models import RegistryEntry

from .files import by_language


def register(tables: Iterable[dict]) -> None:
    """Register what newspaper.toml lists and is not registered yet."""
    for table in tables:
        facts = {key: table[key] for key in ("name", "keeping", "category", "provider", "lifetime")}
        if not RegistryEntry.objects.filter(name=table["name"]).exists():
            RegistryEntry.objects.create(**facts, **by_language("purpose", table["purpose"]))


def strike(tables: Iterable[dict]) -> None:
    """Take the example's entries out again."""
    for table in tables:
        for entry in RegistryEntry.objects.filter(name=table["name"], provider=table["provider"]):
            entry.delete()
