from django.urls import path

from .serving import rendition

urlpatterns = [path("pictures/<str:name>", rendition, name="rendition")]
