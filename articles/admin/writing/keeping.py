"""What is typed is kept from time to time, until it is saved or thrown away."""

from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.staff.models import Person

from ...desk.copies import ElsewhereToo, copy_of, discard, keep_copy
from ...models import Article, WorkingCopy
from ..states import moment
from .meeting import has_nothing_new, is_saved
from .typing import address_of, form_of, story_of, typed_in


@require_POST
def autosave(request: HttpRequest, desk: ModelAdmin, article_id: int | None = None) -> HttpResponse:
    """Keep the form that a script sends; answer with the moment, or say why it is not kept."""
    article = story_of(request, desk, article_id)
    key, base = form_of(request)
    try:
        copy = _keep(article, request.user, key, base, typed_in(request))
    except ElsewhereToo as problem:
        return JsonResponse({"message": _elsewhere(problem.copy)}, status=409)
    return JsonResponse({"kept": moment(copy.kept, with_time=True)})


def _keep(article: Article | None, person: Person, key: UUID, base: int, typed: str) -> WorkingCopy:
    """Keep a text, in place of one that came after its form was saved. Raises ElsewhereToo."""
    try:
        return keep_copy(article, person, key, base, typed)
    except ElsewhereToo as problem:
        if not is_saved(problem.copy):
            raise
        discard(article, person, problem.copy.key)
    return keep_copy(article, person, key, base, typed)


def _elsewhere(copy: WorkingCopy) -> str:
    return _(
        "Text of this story that you typed before, or in another window, waits for you (%(when)s). What you type here "
        "is kept in this browser until you save, or go on with the other or discard it."
    ) % {"when": moment(copy.kept, with_time=True)}


def keep_what_is_new(request: HttpRequest, article: Article | None) -> None:
    """Keep what is typed; a form that says what is saved leaves no unsaved text. Raises ElsewhereToo."""
    key, base = form_of(request)
    typed = typed_in(request)
    if article is None or not has_nothing_new(article, QueryDict(typed)):
        _keep(article, request.user, key, base, typed)
        return
    discard(article, request.user, key)
    standing = copy_of(article, request.user, key)
    if standing and not is_saved(standing):
        raise ElsewhereToo(standing)


@require_POST
def throw_away(request: HttpRequest, desk: ModelAdmin, article_id: int | None = None) -> HttpResponse:
    """Discard an unsaved text and open the form as it is saved."""
    article = story_of(request, desk, article_id)
    key, _base = form_of(request)
    discard(article, request.user, key)
    return redirect(address_of(article))
