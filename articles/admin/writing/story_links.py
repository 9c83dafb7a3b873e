"""Stories of this newspaper for the link dialog: found by words of their headlines, or by the uid that a link holds."""

from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse

from ...desk.pieces import CODES
from ...models import Article, Edition
from ..states import moment, state_of

MOST = 8
SCHEME = "news:"


def stories(request: HttpRequest, desk: ModelAdmin) -> JsonResponse:
    """Return the stories that were changed last of those whose headline has the words of `q`, at most MOST.

    Each has its uid, its headline in `language` or, where there is none, in its original, and how it stands there.
    """
    if not desk.has_view_permission(request):
        raise PermissionDenied
    language = request.GET.get("language", "")
    found = _found(request, desk, request.GET.get("q", "").strip())
    return JsonResponse({"stories": [_shown(story, language if language in CODES else "") for story in found]})


def _found(request: HttpRequest, desk: ModelAdmin, asked: str) -> QuerySet[Article]:
    stories = Article.objects.prefetch_related("editions").order_by("-changed", "-pk")
    if asked.startswith(SCHEME):
        return stories.filter(uid=_uid_in(asked))[:1]
    if not asked:
        return stories.none()
    narrowed, _may_repeat = desk.get_search_results(request, stories, asked)
    return narrowed[:MOST]


def _uid_in(link: str) -> UUID | None:
    try:
        return UUID(link.removeprefix(SCHEME))
    except ValueError:
        return None


def _shown(story: Article, language: str) -> dict[str, str]:
    edition = next((each for each in story.editions.all() if each.language == language), None)
    spoken = language if language and story.text("headline", language) else story.original_language
    return {
        "uid": str(story.uid),
        "headline": story.text("headline", spoken) or str(story),
        "language": spoken,
        "note": _note(edition),
    }


def _note(edition: Edition | None) -> str:
    """Say how the story stands in the language of the text, and since when."""
    words = state_of(edition).short
    return f"{words} · {moment(edition.publish_at)}" if edition and edition.publish_at else words
