from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.search.backends.pages import Away

from ..searching.answering import answered
from ..searching.asked import Asked, query_of, subjects_of
from ..searching.elsewhere import address_in
from ..searching.facets import chosen_of
from ..searching.people import people_named
from ..searching.results import hits_of

SECONDS_TO_COME_BACK = 60


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer what a reader looks for. Kept by nobody: hardly two ask the same."""
    asked = Asked.of(request.GET)
    subjects = subjects_of(asked)
    request.alternates = {code: address_in(code, asked, subjects) for code, _name in settings.LANGUAGES}
    query = query_of(asked, subjects, get_language())
    context = {"asked": asked, "query": query, "chosen": list(chosen_of(asked, subjects))}
    if not (query.words or query.refused or query.refused_phrases or query.marks or query.since):
        return render(request, "articles/search.html", context)
    try:
        context |= answered(asked, query, subjects)
    except Away:
        return away(request, "articles/search.html", context)
    found = context["answer"]
    context["hits"] = hits_of(found.keys, query)
    context["people"] = people_named(query, found.marks) if asked.number == 1 else []
    return render(request, "articles/search.html", context)


def away(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    """Answer while the index doesn't."""
    response = render(request, template, context | {"is_away": True}, status=503)
    response.headers["Retry-After"] = SECONDS_TO_COME_BACK
    return response
