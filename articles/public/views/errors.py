"""What there is where there is nothing, or nothing any more."""

from collections.abc import Mapping
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from newsroom.readers.languages import WANTED, addresses, in_address, wanted
from newsroom.staff.dead_ends import at_desk, nothing_here


class NotHere(Http404):
    """Raised for a thing that readers can't have in this language; `elsewhere` says where they can."""

    def __init__(self, elsewhere: Mapping[str, str]) -> None:
        super().__init__()
        self.elsewhere = elsewhere


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer in the language of the address, or in the reader's if the address names none; at the desk, as the desk."""
    if at_desk(request):
        return nothing_here(request)
    if in_address(request.path):
        return _not_found(request, exception)
    language = wanted(request)
    with override(language):
        response = _not_found(request, exception)
    response.headers["Content-Language"] = language
    patch_vary_headers(response, WANTED)
    return response


def gone(request: HttpRequest, elsewhere: Mapping[str, str], until: datetime | None, story: str = "") -> HttpResponse:
    """Answer where a story stood: where it still does, and until when it was to be here, if that was planned.

    `story` is the address of the one that words were taken out of, when only they are gone.
    """
    context = {"elsewhere": elsewhere, "until": until, "story": story, "fronts": addresses("front")}
    return render(request, "410.html", context, status=410)


def _not_found(request: HttpRequest, exception: Exception | None) -> HttpResponse:
    context = {"elsewhere": getattr(exception, "elsewhere", {}), "fronts": addresses("front")}
    return render(request, "404.html", context, status=404)
