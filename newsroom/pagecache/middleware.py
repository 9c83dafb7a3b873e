"""From a page that is alike for everybody to the page of one reader, and the mark of an editor's browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.module_loading import import_string
from django.utils.translation import get_language, override

from .mark import LASTS, RENEWED, new_mark, seconds_left
from .names import naming
from .neutral import MARK
from .slots import fill, has_slots

View = Callable[[HttpRequest], HttpResponse]


class SlotsMiddleware:
    """Fill the slots of a page and keep the result out of shared caches (RFC 9111, 5.2.2.7).

    In a rendering for everybody they stay open, and what the slots will need to know goes along. Stands last, behind
    everything that tells the slots who is reading and what the page is.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.about = import_string(settings.PAGECACHE_READERS).about

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with naming() as named:
            response = self.get_response(request)
        rendering = request.META.get(MARK)
        if rendering:
            rendering.name = named.name
        if response.streaming or not is_html(response) or not has_slots(response.content):
            return response
        if rendering:
            rendering.about = self.about(request)
            return response
        with override(response.get("Content-Language") or get_language()):
            response.content = fill(response.content, request, named.name)
        # Kept by the reader's own browser, which asks each time whether it still holds: their answers change it.
        patch_cache_control(response, private=True, no_cache=True)
        return response


class MarkMiddleware:
    """Mark the browser of whoever is signed in at the desk, so that it reads past the kept pages; see mark.py."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(reverse("admin:index")):
            keep_mark(request, response)
        return response


def keep_mark(request: HttpRequest, response: HttpResponse) -> None:
    """Give a signed-in person's browser the mark, renew it in time, and take it back when they sign out."""
    mark = request.COOKIES.get(settings.PAGECACHE_MARK, "")
    options = {"secure": settings.HTTPS, "httponly": True, "samesite": "Lax"}
    if not request.user.is_staff:
        if mark:
            response.set_cookie(settings.PAGECACHE_MARK, "", max_age=0, **options)
    elif seconds_left(mark) < LASTS - RENEWED:
        response.set_cookie(settings.PAGECACHE_MARK, new_mark(), LASTS, **options)


def is_html(response: HttpResponse) -> bool:
    """Tell whether an answer is a page: in a file for download, what looks like a slot is somebody's text."""
    return response.get("Content-Type", "").startswith("text/html")
