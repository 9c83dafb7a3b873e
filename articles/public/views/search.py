from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.search.backends.pages import Away
from newsroom.search.engine import backend
from newsroom.search.queries import Query

from ..searching.asked import Asked, Order, address_of, query_of, subjects_of
from ..searching.elsewhere import address_in, elsewhere, in_other_words
from ..searching.facets import chosen_of, facets_of
from ..searching.paging import pages_of
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
    context = {"title": asked.text, "asked": asked, "query": query, "chosen": list(chosen_of(asked, subjects))}
    if not (query.words or subjects or asked.period):
        return render(request, "articles/search.html", context)
    try:
        return render(request, "articles/search.html", context | answered(asked, query, subjects))
    except Away:
        response = render(request, "articles/search.html", context | {"is_away": True}, status=503)
        response.headers["Retry-After"] = SECONDS_TO_COME_BACK
        return response


def answered(asked: Asked, query: Query, subjects: dict) -> dict[str, object]:
    found = backend().search(query, asked.order, asked.page)
    pages = pages_of(asked, found.total)
    if not found.keys and found.total:  # beyond the last page
        asked = replace(asked, number=pages.last)
        found = backend().search(query, asked.order, asked.page)
        pages = pages_of(asked, found.total)
    return {
        "answer": found,
        "hits": hits_of(found.keys, query),
        "people": people_named(query, found.marks) if asked.number == 1 else [],
        "facets": list(facets_of(asked, found.marks, found.total)),
        "pages": pages,
        "best": asked.but(order=Order.BEST),
        "newest": asked.but(order=Order.NEWEST),
        "elsewhere": list(elsewhere(asked, subjects)),
        "meant": meant_by(asked, query, subjects),
    }


def meant_by(asked: Asked, query: Query, subjects: dict) -> dict[str, str] | None:
    text = in_other_words(asked, query, subjects)
    return {"text": text, "address": address_of(replace(asked, text=text, number=1))} if text else None
