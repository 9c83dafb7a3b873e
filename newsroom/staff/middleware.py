"""The desk speaks the language of the person who sits at it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from .dead_ends import at_desk


class DeskLanguageMiddleware:
    """Speak the signed-in person's language under the admin's address, the browser's before they sign in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not at_desk(request):
            return self.get_response(request)
        language = getattr(request.user, "language", "") or translation.get_language_from_request(request)
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response
