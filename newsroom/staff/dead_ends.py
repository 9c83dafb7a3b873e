"""What the desk answers where somebody may not go, and where there is nothing."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache
from django.views.defaults import bad_request


def at_desk(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


@never_cache
def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that a role is missing; only the desk refuses anybody anything."""
    return _dead_end(
        request, 403, _("You may not do this"), _("None of your roles allows it. An administrator can give you one.")
    )


@never_cache
def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say at the desk that a form is too old to be believed, or came from elsewhere; to readers as Django does."""
    if not at_desk(request):
        return csrf_failure(request, reason)
    words = _(
        "You may have signed in anew since the page was opened. Nothing was saved. Go back, load it anew, try again."
    )
    return _dead_end(request, 403, _("This form is too old"), words)


@never_cache
def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that an address of the desk leads nowhere."""
    return _dead_end(
        request, 404, _("There is nothing here"), _("It was deleted, or the address was copied without its end.")
    )


@never_cache
def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say at the desk what was wrong with a request, and how much one may hold; elsewhere as Django does."""
    if not at_desk(request):
        return bad_request(request, exception)
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        words = _("It is larger than %(size)s. Nothing was saved. Go back and send it in parts.")
        size = filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        return _dead_end(request, 413, _("Too much at once"), words % {"size": size})
    return _dead_end(
        request,
        400,
        _("This request makes no sense"),
        _("Nothing was saved. Go back, load the page anew and try again."),
    )


def _dead_end(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": title, "words": words}
    return render(request, "staff/dead_end.html", context, status=status)
