"""What the desk answers where somebody may not go, and where there is nothing."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache


def at_desk(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


@never_cache
def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that a role is missing; only the desk refuses anybody anything."""
    return _dead_end(
        request, 403, _("You may not do this"), _("None of your roles allows it. An administrator can give you one.")
    )


@never_cache
def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that an address of the desk leads nowhere."""
    return _dead_end(
        request, 404, _("There is nothing here"), _("It was deleted, or the address was copied without its end.")
    )


def _dead_end(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": title, "words": words}
    return render(request, "staff/dead_end.html", context, status=status)
