"""Pages to be kept, and pages that must never be."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language_from_request

from newsroom.pagecache.alike import alike
from newsroom.pagecache.names import counts_as
from newsroom.pagecache.pages import page
from newsroom.pagecache.tags import show
from tests.platform import urls

ALTERNATES = {"uk": "/uk/kept/", "en": "/en/kept/", "pl": "/pl/kept/"}
TEXT = {"now": "first"}
SHOWN = {"now": []}  # tags besides
MENU = {"make": None}  # what is alike on its pages


@page(params=["part"])
def kept(request):
    """A page with slots that shows one thing, and all that it can learn of its reader."""
    show("story:1")
    counts_as("stories:en:1")
    request.alternates = ALTERNATES
    part = request.GET.get("part", "")
    text = f"{TEXT['now']} {part} {sorted(request.GET)} {sorted(request.COOKIES)} {get_language_from_request(request)}"
    return render(request, "kept.html", {"text": text})


@page()
def crowded(request):
    show("story:1", *SHOWN["now"])
    return HttpResponse(TEXT["now"])


@page(params=["part", "about"])
def with_menu(request):
    show("story:1")
    return HttpResponse(alike(MENU["make"], *request.GET.getlist("about")))


@page()
def untagged(request):
    return HttpResponse("untagged")


@page()
def with_cookie(request):
    show("story:1")
    response = HttpResponse("cookie")
    response.set_cookie("visit", "1")
    return response


@page()
def with_token(request):
    show("story:1")
    return HttpResponse(get_token(request))


@page()
def without_slots(request):
    show("story:1")
    counts_as("stories:en:3")
    return HttpResponse("a picture")


@page()
def private(request):
    show("story:1")
    return HttpResponse("private", headers={"Cache-Control": "private"})


@page()
def by_cookie(request):
    show("story:1")
    return HttpResponse(request.COOKIES.get("name", "nobody"), headers={"Vary": "Cookie"})


@page()
def missing(request):
    show("story:1")
    counts_as("stories:en:2")
    return HttpResponse("nothing", status=404)


@page()
def broken(request):
    show("story:1")
    raise RuntimeError("broken on purpose")


@page()
def streaming(request):
    show("story:1")
    return StreamingHttpResponse([b"a", b"b"])


def plain(request):
    show("story:1")
    return HttpResponse("plain")


never_kept = {
    "untagged": untagged,
    "cookie": with_cookie,
    "token": with_token,
    "private": private,
    "by-cookie": by_cookie,
    "missing": missing,
    "broken": broken,
    "streaming": streaming,
    "plain": plain,
}
urlpatterns = [
    *urls.urlpatterns,
    *[path(f"{name}/", view) for name, view in never_kept.items()],
    path("without-slots/", without_slots),
    *i18n_patterns(path("kept/", kept), path("crowded/", crowded), path("with-menu/", with_menu)),
]
