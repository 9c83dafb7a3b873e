"""What readers get where there is nothing, or nothing any more."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class NotHere(Http404):
    """Raised for a thing that readers can't have in this language; `elsewhere` says where they can."""

    def __init__(self, elsewhere: Mapping[str, str]) -> None:
        super().__init__()
        self.elsewhere = elsewhere


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    elsewhere = getattr(exception, "elsewhere", {})
    return render(request, "404.html", {"elsewhere": elsewhere}, status=404)


def gone(request: HttpRequest) -> HttpResponse:
    return render(request, "410.html", status=410)
