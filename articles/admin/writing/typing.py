"""What is typed and not saved: kept from time to time, offered when its writer comes back."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.staff.models import Person

from ...desk.copies import ElsewhereToo, copy_of, discard, keep_copy
from ...desk.pieces import CODES
from ...desk.versions import number_in
from ...markup import words_of
from ...models import Article, WorkingCopy
from ..states import moment

LONGEST = 80  # characters of a text that an offer shows
CONTINUES = "continue"  # the parameter of an address that goes on with a text: the key of its form


@dataclass(frozen=True)
class Unsaved:
    """A text that its writer can go on with: where, how it begins, and since when it is kept."""

    url: str
    discard_url: str
    key: str
    begins: str
    when: str


@require_POST
def autosave(request: HttpRequest, desk: ModelAdmin, article_id: int | None = None) -> HttpResponse:
    """Keep the form that a script sends; answer with the moment, or say why it is not kept."""
    article = story_of(request, desk, article_id)
    key, base = form_of(request)
    try:
        copy = keep_copy(article, request.user, key, base, request.body.decode())
    except ElsewhereToo as problem:
        return JsonResponse({"message": _elsewhere(problem.copy)}, status=409)
    return JsonResponse({"kept": moment(copy.kept, with_time=True)})


def _elsewhere(copy: WorkingCopy) -> str:
    return _(
        "Text of this story that you typed before, or in another window, waits for you (%(when)s). What you type here "
        "is kept in this browser until you save, or go on with the other or discard it."
    ) % {"when": moment(copy.kept, with_time=True)}


@require_POST
def throw_away(request: HttpRequest, desk: ModelAdmin, article_id: int | None = None) -> HttpResponse:
    """Discard an unsaved text and open the form as it is saved."""
    article = story_of(request, desk, article_id)
    key, _base = form_of(request)
    discard(article, request.user, key)
    return redirect(address_of(article))


def address_of(article: Article | None) -> str:
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])


def story_of(request: HttpRequest, desk: ModelAdmin, article_id: int | None) -> Article | None:
    """Return the story that is written; None for one never saved. Raises Http404 or PermissionDenied."""
    if article_id is None:
        if not desk.has_add_permission(request):
            raise PermissionDenied
        return None
    article = get_object_or_404(Article, pk=article_id)
    if not desk.has_change_permission(request, article):
        raise PermissionDenied
    return article


def form_of(request: HttpRequest) -> tuple[UUID, int]:
    """Return the key of a form and the number of the version it was opened at. Raises BadRequest."""
    base = request.GET.get("base") or "0"
    try:
        key = UUID(request.GET.get("key", ""))
    except ValueError as error:
        raise BadRequest("This is no address of a form.") from error
    if not number_in(base) and base != "0":
        raise BadRequest("This is no number of a version.")
    return key, number_in(base)


def continued(request: HttpRequest, article: Article | None) -> WorkingCopy | None:
    """Return the unsaved text that a form is opened with, if the address asks for it."""
    try:
        key = UUID(request.GET.get(CONTINUES, ""))
    except ValueError:
        return None
    copy = copy_of(article, request.user, key)
    return copy if copy and copy.key == key and request.method == "GET" else None


def place_of(verb: str, article_id: int | None, key: str, base: int = 0) -> str:
    """Return the address that keeps or discards what is typed in a form."""
    address = reverse(f"admin:{verb}", args=[article_id]) if article_id else reverse(f"admin:{verb}-new")
    return f"{address}?{urlencode({'key': key, 'base': base})}"


def unsaved_of(person: Person, article: Article | None) -> QuerySet[WorkingCopy]:
    """Return the texts that somebody may go on with in a form: of one story, or of stories never saved."""
    return WorkingCopy.objects.filter(person=person, article=article).select_related("article").order_by("-kept")


def offered(copy: WorkingCopy) -> Unsaved:
    data = QueryDict(copy.data)
    return Unsaved(
        url=f"{address_of(copy.article)}?{urlencode({CONTINUES: copy.key, 'langs': data.get('columns', '')})}",
        discard_url=place_of("discard", copy.article_id, str(copy.key)),
        key=str(copy.key),
        begins=_first_words(data),
        when=moment(copy.kept, with_time=True),
    )


def _first_words(data: QueryDict) -> str:
    """Return how the first text of a form begins, which is the headline if there is one; empty for no text at all."""
    texts = (words_of(value) for name, value in data.items() if name.rpartition("_")[2] in CODES)
    return Truncator(next(filter(None, texts), "")).chars(LONGEST)
