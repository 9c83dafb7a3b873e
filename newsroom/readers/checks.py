"""What `manage.py check` says when the settings of this part can't work."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from .mode import CONSENT
from .models import RegistryEntry

MIDDLEWARE = [
    f"newsroom.readers.middleware.{name}"
    for name in ("AddressLanguageMiddleware", "ConsentMiddleware", "LanguagePromptMiddleware")
]


class Rule(NamedTuple):
    id: str
    holds: Callable[[], bool]
    message: str
    hint: str


def middleware_in_order() -> bool:
    return [name for name in settings.MIDDLEWARE if name in MIDDLEWARE] == MIDDLEWARE


RULES = [
    Rule(
        "readers.E001",
        middleware_in_order,
        "The middleware for readers is incomplete or out of order.",
        f"MIDDLEWARE needs, in this order: {', '.join(MIDDLEWARE)}.",
    ),
]


@register()
def check_readers(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    return [Error(rule.message, hint=rule.hint, id=rule.id) for rule in RULES if not rule.holds()]


@register(Tags.database)
def check_mode(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Refuse to run without asking while something registered needs consent; `migrate` runs this check."""
    if settings.CONSENT_MODE in ("", CONSENT):
        return []
    waiting = [f"{entry} ({entry.category})" for name in databases or () for entry in needing_consent(name)]
    if not waiting:
        return []
    return [
        Error(
            f"CONSENT_MODE={settings.CONSENT_MODE} asks nobody, but this needs consent: {', '.join(waiting)}.",
            hint="Unset CONSENT_MODE, or take these out of the registry of cookies. Until then readers are asked.",
            id="readers.E002",
        )
    ]


def needing_consent(database: str) -> list[RegistryEntry]:
    tables = connections[database].introspection.table_names()
    return RegistryEntry.objects.using(database).asked_for() if RegistryEntry._meta.db_table in tables else []
