"""What a view says of its page to be kept: nothing but which parameters it knows."""

from collections.abc import Callable, Iterable
from functools import wraps
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from .remembering import remembering

View = Callable[..., HttpResponse]


def page(*, params: Iterable[str] = ()) -> Callable[[View], View]:
    """Let the page of a view be kept, one copy for each value of `params`, the only parameters the view will see."""
    known = tuple(params)

    def keep(view: View) -> View:
        @wraps(view)
        def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            query = canonical(request.META.get("QUERY_STRING", ""), known)
            request.META["QUERY_STRING"], request.GET = query, QueryDict(query)
            return view(request, *args, **kwargs)

        kept.page_params = known
        return kept

    return keep


def canonical(query: str, known: Iterable[str]) -> str:
    """Return a query with the known parameters only, the last value of each, in one order."""
    if not query:
        return ""
    given = dict(parse_qsl(query, keep_blank_values=True, max_num_fields=None))
    return urlencode([(name, given[name]) for name in known if name in given])


@remembering(1024)
def params_of(path: str) -> tuple[str, ...] | None:
    """Return the parameters that the page at a path knows; None where there is no page to be kept."""
    with override(get_language_from_path(path)):
        try:
            view = resolve(path).func
        except Resolver404:
            return None
    return getattr(view, "page_params", None)
