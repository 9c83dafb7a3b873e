"""What is typed and not saved: where it is kept, and how it is offered when its writer comes back."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import Truncator

from newsroom.staff.models import Person

from ...desk.copies import copy_of
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


def typed_in(request: HttpRequest) -> str:
    """Return the form that was sent, as the browser encoded it. Raises BadRequest."""
    try:
        return request.body.decode()
    except UnicodeDecodeError as error:
        raise BadRequest("This is no form of ours.") from error


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
