"""What `manage.py check --deploy` says about the headers that Django does not look after."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from csp.constants import UNSAFE_EVAL, UNSAFE_INLINE
from csp.utils import build_policy
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

POLICY = "csp.middleware.CSPMiddleware"
HEADERS = "newsroom.security.headers.HeadersMiddleware"


class Rule(NamedTuple):
    id: str
    holds: Callable[[], bool]
    message: str
    hint: str


def headers_behind_policy() -> bool:
    return [name for name in settings.MIDDLEWARE if name in (POLICY, HEADERS)] == [POLICY, HEADERS]


def policies_are_strict() -> bool:
    return is_strict(build_policy()) and is_strict(build_policy(replace=settings.DESK_SECURITY_POLICY))


def is_strict(policy: str) -> bool:
    """Tell whether a policy says where scripts come from and lets none stand in the page itself."""
    scripts = [part for part in policy.split("; ") if part.startswith(("script-src", "default-src"))]
    return bool(scripts) and not any(unsafe in part for part in scripts for unsafe in (UNSAFE_INLINE, UNSAFE_EVAL))


RULES = [
    Rule(
        "headers.W001",
        headers_behind_policy,
        "The middleware for security headers is incomplete or out of order, so the desk lacks its own policy.",
        f"MIDDLEWARE needs {POLICY} and, after it, {HEADERS}.",
    ),
    Rule(
        "headers.W002",
        policies_are_strict,
        "The content security policy lets pages run code that is not ours.",
        "Give script-src a list without 'unsafe-inline' and 'unsafe-eval'.",
    ),
    Rule(
        "headers.W003",
        lambda: bool(settings.PERMISSIONS_POLICY),
        "PERMISSIONS_POLICY is empty: pages and what they embed may ask for the camera or the reader’s place.",
        "Name the features the site does without, as in camera=(), microphone=().",
    ),
]


@register(Tags.security, deploy=True)
def check_headers(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    return [Warning(rule.message, hint=rule.hint, id=rule.id) for rule in RULES if not rule.holds()]
