"""The addresses of the site; every app is named by string."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", include("newsroom.staff.urls")),
    path("admin/", admin.site.urls),
    path("media/", include("newsroom.pictures.urls")),
    path("", include("newsroom.readers.urls")),
    path("", include("articles.preview.urls")),
    *i18n_patterns(path("", include("newsroom.readers.pages")), path("", include("articles.public.urls"))),
]
handler400 = "newsroom.staff.dead_ends.not_understood"
handler403 = "newsroom.staff.dead_ends.not_allowed"
handler404 = "articles.public.views.errors.not_found"
