"""What every template knows of the newspaper and of the page's language."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from . import cookies
from .languages import direction
from .models import Keeping


def newspaper(request: HttpRequest) -> dict[str, object]:
    code = get_language() or settings.LANGUAGE_CODE
    names = settings.NEWSPAPER_NAMES
    return {
        "newspaper": {"name": names.get(code) or names[settings.LANGUAGE_CODE], "url": settings.SITE_URL},
        "language": {"code": code, "dir": direction(code)},
        # The one name under which a script may look for the reader's answer.
        "consent_cookie": cookies.cookie_name(request, cookies.CONSENT),
        # Fetched only by a page that shows something readers may be asked about.
        "frames": SimpleLazyObject(lambda: frames(request)),
        "asked_for": SimpleLazyObject(lambda: [purpose.name for purpose in request.consent.policy.purposes]),
    }


def frames(request: HttpRequest) -> list[str]:
    """Return the hosts of other sites whose pages may open inside ours: those that readers are told of."""
    return [fact["name"] for fact in request.consent.policy.registered if fact["keeping"] == Keeping.FRAME]
