"""What `manage.py check` says when the settings of this part can't work."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

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


def policy_fits_the_cookie() -> bool:
    return 1 <= settings.CONSENT_POLICY <= 9999


RULES = [
    Rule(
        "readers.E001",
        middleware_in_order,
        "The middleware for readers is incomplete or out of order.",
        f"MIDDLEWARE needs, in this order: {', '.join(MIDDLEWARE)}.",
    ),
    Rule(
        "readers.E002",
        policy_fits_the_cookie,
        "CONSENT_POLICY must be a number from 1 to 9999.",
        "Start with 1 and raise it by one whenever readers must be asked again.",
    ),
]


@register()
def check_readers(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    return [Error(rule.message, hint=rule.hint, id=rule.id) for rule in RULES if not rule.holds()]
