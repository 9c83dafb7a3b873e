"""/hello/ and, because the middleware looks some of them up, all addresses of the newspaper."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from newsroom.urls import urlpatterns as of_the_newspaper


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello, world")


urlpatterns = [path("hello/", hello), *of_the_newspaper]
