"""From a page that is alike for everybody to the page of one reader."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, override

from .slots import fill, has_slots

View = Callable[[HttpRequest], HttpResponse]


class SlotsMiddleware:
    """Fill the slots of a page and keep the result out of shared caches (RFC 9111, 5.2.2.7).

    Stands last, behind everything that tells the slots who is reading and what the page is.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.streaming or not is_html(response) or not has_slots(response.content):
            return response
        with override(response.get("Content-Language") or get_language()):
            response.content = fill(response.content, request)
        # Kept by the reader's own browser, which asks each time whether it still holds: their answers change it.
        patch_cache_control(response, private=True, no_cache=True)
        return response


def is_html(response: HttpResponse) -> bool:
    """Tell whether an answer is a page: in a file for download, what looks like a slot is somebody's text."""
    return response.get("Content-Type", "").startswith("text/html")
