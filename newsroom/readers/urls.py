from django.urls import path

from . import views

urlpatterns = [
    path("", views.root, name="root"),
    path(".well-known/gpc.json", views.gpc, name="gpc"),
    path("privacy/consent", views.consent, name="privacy-consent"),
    path("privacy/language", views.language, name="privacy-language"),
]
