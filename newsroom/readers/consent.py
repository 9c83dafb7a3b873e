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

from . import cookies
from .models import Policy, RegistryEntry
from .purposes import ANALYTICS, BY_NAME, PURPOSES, Purpose

FORMAT = re.compile(r"1\.([0-9]{1,4})\.([aefm]{0,4})\.([0-9]{10})")
DAY = 24 * 3600
INFINITY = float("inf")


@dataclass(frozen=True)
class Answer:
    """What the cookie holds: the number of the policy answered, the letters granted, when."""

    policy: int
    letters: str
    given_at: datetime


@dataclass(frozen=True)
class Consent:
    """Where one reader stands with the policy of today; `answer` may be to an older one, and counts no more then.

    `answered` is the policy that the answer was to. `exempt` are purposes served without asking, which a reader may
    still refuse.
    """

    policy: Policy
    answer: Answer | None = None
    answered: Policy | None = None
    exempt: tuple[Purpose, ...] = ()

    @property
    def decided(self) -> bool:
        """Tell whether the answer was to all that is asked today; what came and went meanwhile changes nothing."""
        if self.answer is None or self.answered is None:
            return False
        return self.answered.number == self.policy.number or not self.answered.lacking(self.policy.registered)

    @property
    def decided_at(self) -> datetime | None:
        return self.answer.given_at if self.decided else None

    @property
    def asked_before(self) -> bool:
        """Tell whether this reader answered another policy, and is to be told what changed."""
        return self.answer is not None and not self.decided

    @property
    def choosable(self) -> list[Purpose]:
        """Return what a reader may allow or refuse."""
        asked = self.policy.purposes
        return [purpose for purpose in PURPOSES if purpose in asked or purpose in self.exempt]

    @property
    def grants(self) -> frozenset[str]:
        """Return the names of what this reader granted, as far as it is still asked for."""
        letters = self.answer.letters if self.decided else ""
        return frozenset(purpose.name for purpose in self.choosable if purpose.letter in letters)

    def allows(self, name: str) -> bool:
        """Tell whether a purpose is on for this reader: granted, or exempt and not refused."""
        return name in self.grants or (not self.decided and name in [purpose.name for purpose in self.exempt])


def exempt_purposes() -> tuple[Purpose, ...]:
    """Return what is served without asking: measurement, if all that is registered for it keeps the exemption."""
    if not settings.CONSENT_ANALYTICS_EXEMPT:
        return ()
    entries = RegistryEntry.objects.filter(category=ANALYTICS.name)
    return (ANALYTICS,) if entries and all(entry.is_exempt for entry in entries) else ()


def parse(value: str, now: float) -> Answer | None:
    """Read the cookie's value; whatever is malformed, too old or from the future is no answer."""
    match = FORMAT.fullmatch(value)
    if not match:
        return None
    policy, letters, moment = int(match[1]), match[2], int(match[3])
    if policy < 1 or letters != "".join(sorted(set(letters))):
        return None
    if not now - cookies.LIFETIME <= moment <= now + DAY:
        return None
    return Answer(policy, letters, datetime.fromtimestamp(moment, UTC))


def holds_until(value: str, now: float) -> float:
    """Return when parse will say another thing of the cookie's value, because of the time alone (Unix time)."""
    match = FORMAT.fullmatch(value)
    moment = int(match[3]) if match else INFINITY
    return min((turn for turn in (moment - DAY, moment + cookies.LIFETIME) if turn >= now), default=INFINITY)


def letters_of(grants: Iterable[str]) -> str:
    """Return the letters of purposes by their names, sorted as the cookie has them."""
    return "".join(sorted(BY_NAME[name].letter for name in set(grants)))


def dump(policy: int, grants: Iterable[str], now: float) -> str:
    """Write an answer as the cookie's value; `grants` are names of purposes."""
    return f"1.{policy}.{letters_of(grants)}.{int(now)}"


def consent_of(request: HttpRequest) -> Consent:
    answer = parse(cookies.read(request, cookies.CONSENT), time.time())
    return consent_to(Policy.objects.current(), answer)


def consent_to(policy: Policy, answer: Answer | None) -> Consent:
    """Return where a reader with this answer stands with a policy; asks for the one answered, if it was another."""
    answered = policy if answer and answer.policy == policy.number else None
    if answer and not answered:
        answered = Policy.objects.filter(number=answer.policy).first()
    return Consent(policy, answer, answered, exempt_purposes())
