"""Where readers' answers go, the cookies page, and the way from / to a language."""

import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from . import cookies
from .consent import dump, registered
from .forms import ConsentForm, LanguageForm
from .guard import is_same_origin, safe_path
from .languages import WANTED, addresses, in_address, wanted


@require_safe
@cache_control(private=True)
def root(request: HttpRequest) -> HttpResponse:
    """Send a reader to the front page in the language they chose, or prefer, or else the default one."""
    response = HttpResponseRedirect(f"/{wanted(request)}/")
    patch_vary_headers(response, WANTED)
    return response


@require_safe
@cache_control(no_store=True)
def privacy(request: HttpRequest) -> HttpResponse:
    request.alternates = addresses("privacy")
    purposes = [(purpose, request.consent.allows(purpose.name)) for purpose in registered()]
    return render(request, "readers/privacy.html", {"purposes": purposes, "cookies": cookies.described(request)})


# Without Django's token, because our pages are cached for everybody alike; guard.py stands in for it.
@csrf_exempt
@cache_control(no_store=True)
@require_POST
def consent(request: HttpRequest) -> HttpResponse:
    if not is_same_origin(request):
        return refuse(request, 403)
    form = ConsentForm(request.POST)
    if not form.is_valid():
        return refuse(request, 400)
    response = back(request, otherwise=reverse("privacy"))
    value = dump(form.grants(), time.time())
    cookies.keep(request, response, cookies.CONSENT, value, for_scripts=True)
    return response


@csrf_exempt
@cache_control(no_store=True)
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    if not is_same_origin(request):
        return refuse(request, 403)
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return refuse(request, 400)
    wanted = form.cleaned_data["language"]
    response = back(request, otherwise=f"/{wanted or get_language()}/")
    if wanted:
        cookies.keep(request, response, cookies.LANGUAGE, wanted)
    else:
        cookies.keep(request, response, cookies.PROMPT, "0")
    return response


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """Answer a form with the way back to its page, a script with nothing."""
    if request.headers.get("Sec-Fetch-Dest") == "empty":
        return HttpResponse(status=204)
    response = HttpResponseRedirect(safe_path(request.POST.get("next", "")) or otherwise)
    response.status_code = 303
    return response


def refuse(request: HttpRequest, status: int) -> HttpResponse:
    """Say in the language of the page the form stood on why nothing was changed, and how to mend it."""
    page = safe_path(request.POST.get("next", "")) or ""
    code = in_address(page) or settings.LANGUAGE_CODE
    with translation.override(code):
        response = render(request, "readers/refused.html", {"foreign": status == 403}, status=status)
    response.headers["Content-Language"] = code
    return response
