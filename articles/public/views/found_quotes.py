"""The quote bank, narrowed down: what did she say about it, when, as what?"""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.finding.entries import STORY, quoted
from articles.models.naming import Named
from newsroom.pagecache.mark import is_marked
from newsroom.search.backends.pages import Away, Order
from newsroom.search.engine import backend
from newsroom.search.entries import mark
from newsroom.search.queries import read

from ..quotes import QUOTES, by_day, introduced
from ..searching.answering import answered
from ..searching.asked import AskedOfQuotes, query_of, subjects_of
from ..searching.elsewhere import address_in
from ..searching.facets import chosen_of
from ..searching.results import Hit, hits_of
from .search import away

MOST_PASSAGES = 5


def found_quotes(request: HttpRequest, asked: AskedOfQuotes) -> HttpResponse:
    """Answer with the quotes that are asked for. Kept by nobody: hardly two ask the same."""
    subjects = subjects_of(asked)
    request.alternates = {code: address_in(code, asked, subjects) for code, _name in settings.LANGUAGES}
    query = query_of(asked, subjects, get_language())
    context = {"title": _("Quotes"), "asked": asked, "query": query, "chosen": list(chosen_of(asked, subjects))}
    context["at_desk"] = is_marked(request.META.get("HTTP_COOKIE", ""))
    try:
        context |= answered(asked, query, subjects)
        context["passages"] = passages(asked, subjects) if asked.number == 1 else []
        response = render(request, "articles/quotes.html", context | shown(context["answer"].keys))
    except Away:
        response = away(request, "articles/quotes.html", context)
    patch_cache_control(response, private=True, no_store=True)
    return response


def shown(keys: Sequence[int]) -> dict[str, object]:
    rows = QUOTES.visible().in_bulk(keys)
    found = [rows[key] for key in keys if key in rows]
    introduced(found)
    return {"days": by_day(found), "hits": found}


def passages(asked: AskedOfQuotes, subjects: Mapping[str, Named | None]) -> list[Hit]:
    """Return passages with the words, and the speaker's name, of stories that quote nobody: no quotes, but near it."""
    somebody = subjects.get("speaker")
    query = read(f"{asked.text} {somebody.name_in(get_language()) if somebody else ''}", get_language())
    if not query.words or asked.office or asked.month or None in subjects.values():
        return []
    about = [[mark(kind, subject.pk)] for kind, subject in subjects.items() if subject and kind != "speaker"]
    query = query.among(STORY, [[quoted(False)], *about])
    return hits_of(backend().search(query, Order.BEST, slice(MOST_PASSAGES)).keys, query)
