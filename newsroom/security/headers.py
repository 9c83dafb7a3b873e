"""Headers that Django and django-csp leave to the site."""

from collections.abc import Callable

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control

View = Callable[[HttpRequest], HttpResponse]


class HeadersMiddleware:
    """Add Permissions-Policy to every answer and keep those to signed-in people out of caches.

    Stands behind CSPMiddleware, which writes the desk's own policy when it is handed one with the response.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_desk = request.path.startswith(reverse("admin:index"))
        response = self.get_response(request)
        if at_desk:
            response = with_desk_policy(response)
        response.headers["Permissions-Policy"] = settings.PERMISSIONS_POLICY
        if at_desk:
            response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
            keep_private(response)
        return response


def with_desk_policy(response: HttpResponse) -> HttpResponse:
    """Give an answer of the desk the desk's policy, and what its view replaced of that."""
    own = getattr(response, "_csp_replace", None) or {}
    return csp_replace(settings.DESK_SECURITY_POLICY | own)(lambda: response)()


def keep_private(response: HttpResponse) -> None:
    """Let nobody store an answer, unless it says itself that it is alike for everybody, as a style sheet does."""
    if "public" not in response.get("Cache-Control", ""):
        patch_cache_control(response, private=True, no_store=True)
