from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from .. import alternates
from ..front import front_page
from ..shown import show


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    request.alternates = alternates.of_front()
    return show(request, "articles/front.html", front_page())
