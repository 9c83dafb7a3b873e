from django.urls import include, path

from . import views

urlpatterns = [
    path("enter/<str:uid>/<str:token>/", views.enter, name="enter"),
    path("language/", views.desk_language, name="desk-language"),
    path("", include("newsroom.staff.passwords")),
]
