"""The platform's own addresses, and two pages: a story in every language and one in Ukrainian only."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import include, path


def story(request):
    request.alternates = {"uk": "/uk/istoriia/", "en": "/en/story/", "pl": "/pl/opowiesc/"}
    return render(request, "page.html")


def only_ukrainian(request):
    request.alternates = {"uk": "/uk/lyshe/"}
    return render(request, "page.html")


def data(request):
    return JsonResponse({"a": 1})


def broken(request):
    raise RuntimeError("broken on purpose")


urlpatterns = [
    path("admin/", include("newsroom.staff.urls")),
    path("admin/", admin.site.urls),
    path("media/", include("newsroom.pictures.urls")),
    path("", include("newsroom.readers.urls")),
    path("data.json", data),
    path("broken/", broken),
    *i18n_patterns(
        path("", include("newsroom.readers.pages")),
        path("istoriia/", story),
        path("story/", story),
        path("opowiesc/", story),
        path("lyshe/", only_ukrainian),
    ),
]
