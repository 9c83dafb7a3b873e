from django.urls import path

from .views import preview_by_link

urlpatterns = [path("preview/<str:token>/", preview_by_link, name="preview")]
