"""The addresses that stand behind a language, as in /uk/privacy/."""

from django.urls import path

from . import views

urlpatterns = [path("privacy/", views.privacy, name="privacy")]
