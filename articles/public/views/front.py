from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsroom.pagecache.pages import page

from .. import alternates
from ..front import front_page


@page()
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    request.alternates = alternates.of_front()
    return render(request, "articles/front.html", front_page())
