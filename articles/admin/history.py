"""What a story was: its versions, any two of them beside each other, and the way back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from newsroom.staff.lists import Pages
from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ..desk.comparing import Difference, compare
from ..desk.pieces import CODES
from ..desk.restoring import is_piece, restore
from ..desk.saving import for_desk
from ..desk.standing import desk_in
from ..desk.versions import number_in
from ..models import Article, Version
from .states import moment
from .writing.columns import own_name, writes
from .writing.typing import story_of

ON_A_PAGE = 25
NOW = 0  # instead of the number of a version: the desk as it is


@dataclass(frozen=True)
class Place:
    """A place that differs, ready to be shown: `restores` is the piece to bring back, if that is one."""

    difference: Difference
    name: str
    restores: str


def history(request: HttpRequest, desk: ModelAdmin, article_id: int) -> HttpResponse:
    """List the versions of a story, the newest first, to choose two of."""
    article = story_of(request, desk, article_id)
    versions = article.versions.select_related("by").without_texts().order_by("-number")
    pages = Pages(versions, ON_A_PAGE)
    page = pages.page(pages.validate_number(number_in(request.GET.get("p"))))
    return _shown(request, desk, article, "history", {
        "title": _("History"),
        "page": page,
        "chosen": _before_last(page),
        "versions": [(version, moment(version.when, with_time=True)) for version in page],
    })  # fmt: skip


def _before_last(page: Iterable[Version]) -> int:
    """Return the version that is chosen at first: what somebody just did lies between it and now."""
    numbers = [version.number for version in page]
    return numbers[min(1, len(numbers) - 1)] if numbers else NOW


def chosen(request: HttpRequest, desk: ModelAdmin, article_id: int) -> HttpResponse:
    """Lead from the two that were chosen in the list to their comparison, the older one first."""
    story_of(request, desk, article_id)
    old, new = sorted((number_in(request.GET.get("old")), number_in(request.GET.get("new"))))
    if old == NOW:
        old, new = new, NOW
    return redirect("admin:compare", article_id, old, new)


def comparison(request: HttpRequest, desk: ModelAdmin, article_id: int, old: int, new: int) -> HttpResponse:
    """Show what differs between two versions, or a version and the desk as it is."""
    article = story_of(request, desk, article_id)
    older = get_object_or_404(article.versions.select_related("by"), number=old)
    newer = get_object_or_404(article.versions.select_related("by"), number=new) if new != NOW else None
    now = desk_in(newer.content) if newer else for_desk(article.pk)
    differences = compare(desk_in(older.content), now)
    may_restore = newer is None and bool(_languages_of(request.user))
    return _shown(request, desk, article, "comparison", {
        "title": _("Version %(number)d") % {"number": old},
        "older": _named(older),
        "newer": _named(newer) if newer else _("the desk as it is"),
        "places": [_place(difference, may_restore) for difference in differences],
        "counts": _counts(differences),
        "restore_url": reverse("admin:restore", args=[article.pk, old]) if may_restore else "",
    })  # fmt: skip


def _named(version: Version) -> str:
    parts = (version.get_reason_display(), str(version.by or ""), moment(version.when, with_time=True))
    return " · ".join([str(version.number), *filter(None, parts)])


def _place(difference: Difference, may_restore: bool) -> Place:
    return Place(
        difference, name_of(difference), difference.piece if may_restore and is_piece(difference.piece) else ""
    )


def name_of(difference: Difference) -> str:
    """Return the place that differs with its language: Lead · English."""
    return " · ".join(filter(None, (difference.place, difference.language and own_name(difference.language))))


def _counts(differences: list[Difference]) -> list[tuple[str, int]]:
    """Return how many places differ in each language."""
    counted = Counter(difference.language for difference in differences)
    return [(own_name(code), counted[code]) for code in CODES if counted[code]]


@require_POST
def restore_view(request: HttpRequest, desk: ModelAdmin, article_id: int, number: int) -> HttpResponse:
    """Bring a version back, whole or by the piece, and open the story."""
    article = story_of(request, desk, article_id)
    languages = _languages_of(request.user)
    if not languages:
        raise PermissionDenied
    piece = request.POST.get("piece", "")
    if piece and not is_piece(piece):
        raise Http404
    version = get_object_or_404(article.versions, number=number)
    arranges = request.user.may(Right.WRITE, article.original_language)
    away = restore(article, version, request.user, piece, languages=languages, arranges=arranges)
    if away:
        words = ngettext(
            "In %(number)d place it names something that was deleted since; that stays away.",
            "In %(number)d places it names something that was deleted since; that stays away.",
            away,
        )
        messages.warning(request, words % {"number": away})
    if languages != CODES:
        messages.info(request, _("Texts in languages that you don’t write in stay as they are."))
    messages.success(request, _("Restored from version %(number)d. Readers see it when you publish.") % {
        "number": number
    })  # fmt: skip
    return redirect("admin:articles_article_change", article.pk)


def _languages_of(person: Person) -> list[str]:
    return [code for code in CODES if writes(person, code)]


def _shown(request: HttpRequest, desk: ModelAdmin, article: Article, name: str, context: dict) -> HttpResponse:
    context = desk.admin_site.each_context(request) | {"story": article} | context
    return TemplateResponse(request, f"admin/articles/article/{name}.html", context)
