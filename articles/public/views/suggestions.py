from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from newsroom.search.backends.pages import Away

from ..searching.asked import text_in
from ..searching.suggestions import suggestions as suggested

MINUTE = 60


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Answer a script that asks while somebody types."""
    try:
        found = suggested(text_in(request.GET, "q"))
    except Away:  # whoever sends the form is told
        found = []
    response = JsonResponse({"suggestions": [asdict(each) for each in found]})
    patch_cache_control(response, private=True, max_age=MINUTE)
    return response
