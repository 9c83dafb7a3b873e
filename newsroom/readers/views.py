"""Where readers' answers go, the cookies page, and the way from / to a language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from . import cookies
from .answering import answer, is_late
from .consent import DAY
from .forms import SEEN, ConsentForm, LanguageForm
from .gpc import OBEYED_SINCE
from .guard import is_same_origin, safe_path
from .languages import WANTED, addresses, in_address, wanted
from .listing import cookies_page


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
    """Show what readers may choose, and every cookie and storage key by what it is kept for."""
    request.alternates = addresses("privacy")
    return render(request, "readers/privacy.html", cookies_page(request))


@require_safe
@cache_control(public=True, max_age=DAY)
def gpc(request: HttpRequest) -> HttpResponse:
    """Tell browsers that Global Privacy Control is obeyed (GPC specification, 4.1)."""
    return JsonResponse({"gpc": True, "lastUpdate": OBEYED_SINCE})


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
    if form.cleaned_data["choice"] == SEEN:
        cookies.keep(request, response, cookies.NOTICE, SEEN)
    elif not is_late(request, form):
        answer(request, response, form)
    elif response.status_code == 204:
        response.status_code = 409  # so that a script shows the page anew, as 303 does
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
    """Answer a form with the way back to its page, a script of ours, which says that it is one, with nothing."""
    if request.headers.get("X-Requested-With") == "fetch":
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
