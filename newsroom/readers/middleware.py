"""What every request learns of its reader."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from .consent import consent_of
from .languages import in_address, offer_to

View = Callable[[HttpRequest], HttpResponse]


class AddressLanguageMiddleware:
    """Speak the language of the address, whatever cookies and headers say; /EN/… moves to /en/…."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        lower = lower_prefix(request.get_full_path())
        if lower:
            return HttpResponsePermanentRedirect(lower)
        request.LANGUAGE_CODE = in_address(request.path) or settings.LANGUAGE_CODE
        with translation.override(request.LANGUAGE_CODE, deactivate=True):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


class ConsentMiddleware:
    """Put a lazy `request.consent` on the request."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.consent = SimpleLazyObject(lambda: consent_of(request))
        return self.get_response(request)


class LanguagePromptMiddleware:
    """Put `request.alternates` on the request, for the view to fill, and a lazy `request.language_offer`.

    The view may add to `request.older_alternates` the languages whose page is older than this one.
    The offer is false when there is nothing to ask; it is settled when it is first looked at.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.alternates = {}
        request.older_alternates = set()
        request.language_offer = SimpleLazyObject(lambda: offer_to(request))
        return self.get_response(request)


def lower_prefix(address: str) -> str | None:
    """Return an address with its language in lower case, or None if it stands so already."""
    prefix, slash, rest = address[1:].partition("/")
    lower = f"/{prefix.lower()}"
    if prefix == prefix.lower() or not in_address(lower):
        return None
    return f"{lower}{slash}{rest}"
