"""How loudly this site speaks of cookies: not at all, by a notice, or by asking."""

from django.conf import settings

from .models import Policy

OFF, NOTICE, CONSENT = "off", "notice", "consent"


def mode_of(policy: Policy) -> str:
    """Return the mode that holds: whatever CONSENT_MODE says, readers are asked while something needs consent."""
    if policy.registered:
        return CONSENT
    return NOTICE if settings.CONSENT_MODE == NOTICE else OFF
