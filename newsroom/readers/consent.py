"""What a reader agreed to, and the cookie that says so.

The cookie is `1.<policy>.<grants>.<unix time>`: the format's version, the number of the policy that was shown,
one letter for each purpose granted, the moment of the answer. It names nobody.
"""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import cookies

FORMAT = re.compile(r"1\.([0-9]{1,4})\.([aefm]{0,4})\.([0-9]{10})")
DAY = 24 * 3600


@dataclass(frozen=True)
class Purpose:
    """Something a reader may allow beyond what the site needs to work."""

    name: str
    letter: str
    title: Promise
    description: Promise


PURPOSES = [
    Purpose(
        "preferences",
        "f",
        _("remembered preferences"),
        _("The site remembers how you like to read, for example how large the letters are."),
    ),
    Purpose(
        "analytics",
        "a",
        _("visit statistics"),
        _("We count which pages are read and how readers come to them."),
    ),
    Purpose(
        "embeds",
        "e",
        _("films and posts from other sites"),
        _(
            "They open inside our pages. The site they come from learns your internet address "
            "and may set cookies of its own."
        ),
    ),
    Purpose(
        "marketing",
        "m",
        _("advertising"),
        _("Advertisers learn whether you saw an advertisement and may recognise you on other sites."),
    ),
]


@dataclass(frozen=True)
class Consent:
    """A reader's answer; `decided_at` is None while there is none that counts."""

    decided_at: datetime | None = None
    grants: frozenset[str] = frozenset()

    @property
    def decided(self) -> bool:
        return self.decided_at is not None

    def allows(self, purpose: str) -> bool:
        """Tell whether the reader granted a purpose: preferences, analytics, embeds or marketing."""
        return purpose in self.grants


def registered() -> list[Purpose]:
    """Return the purposes this site asks for (CONSENT_PURPOSES); without any there is no bar."""
    return [purpose for purpose in PURPOSES if purpose.name in settings.CONSENT_PURPOSES]


def parse(value: str, now: float) -> Consent:
    """Read the cookie's value; whatever is malformed, outdated or from the future counts as no answer."""
    match = FORMAT.fullmatch(value)
    if not match:
        return Consent()
    policy, letters, moment = int(match[1]), match[2], int(match[3])
    if letters != "".join(sorted(set(letters))) or policy < settings.CONSENT_POLICY:
        return Consent()
    if not now - cookies.LIFETIME <= moment <= now + DAY:
        return Consent()
    grants = frozenset(purpose.name for purpose in registered() if purpose.letter in letters)
    return Consent(datetime.fromtimestamp(moment, UTC), grants)


def dump(grants: Iterable[str], now: float) -> str:
    """Write an answer as the cookie's value; `grants` are names of purposes."""
    wanted = set(grants)
    letters = sorted(purpose.letter for purpose in registered() if purpose.name in wanted)
    return f"1.{settings.CONSENT_POLICY}.{''.join(letters)}.{int(now)}"


def consent_of(request: HttpRequest) -> Consent:
    return parse(cookies.read(request, cookies.CONSENT), time.time())
