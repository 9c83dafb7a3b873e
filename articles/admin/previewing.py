"""The preview at the desk: the real page of a story as it is typed, in each language and width; and its links."""

from urllib.parse import urlencode
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from ..desk.copies import ElsewhereToo
from ..desk.pieces import CODES
from ..desk.saving import for_desk
from ..desk.standing import desk_in
from ..models import Article, PreviewLink, WorkingCopy
from ..preview.links import HOURS, living_links, make_link, path_to, revoke
from ..preview.page import preview
from .states import moment
from .writing.columns import own_name, writes
from .writing.keeping import keep_what_is_new
from .writing.typed import desk_as_typed
from .writing.typing import form_of, story_of

TOUCHED = "link"  # the parameter of an address that names the link just made or taken back


@require_POST
def keep_and_preview(request: HttpRequest, desk: ModelAdmin, article_id: int | None = None) -> HttpResponse:
    """Keep the form that was sent, as autosave does, and show it as readers would see it."""
    article = story_of(request, desk, article_id)
    key, _base = form_of(request)
    try:
        keep_what_is_new(request, article)
    except ElsewhereToo as problem:
        when = moment(problem.copy.kept, with_time=True)
        messages.warning(
            request,
            _("This shows the text you typed before, kept %(when)s. Go on with it or discard it first.")
            % {"when": when},
        )
    language = request.GET.get("language", "")
    shell = reverse("admin:preview", args=[article.pk]) if article else reverse("admin:preview-new", args=[key])
    return redirect(f"{shell}?language={language}" if language in CODES else shell, permanent=False)


@csp_update({"frame-src": [SELF]})
def shell(
    request: HttpRequest, desk: ModelAdmin, article_id: int | None = None, key: UUID | None = None
) -> HttpResponse:
    """Show the page in a frame, between the languages and widths to choose from."""
    article, unsaved = _asked_for(request, desk, article_id, key)
    shown = request.GET.get("language", "")
    language = shown if shown in CODES else (article.original_language if article else settings.LANGUAGE_CODE)
    arguments = [article.pk] if article else [unsaved.key]
    frame = reverse("admin:preview-page" if article else "admin:preview-page-new", args=[*arguments, language])
    links = [_shown(request, link) for link in living_links(article)] if article else []
    context = desk.admin_site.each_context(request) | {
        "title": _("Preview"),
        "story": article,
        "is_unsaved": unsaved is not None,
        "languages": [(code, own_name(code), code == language) for code in CODES],
        "language": language,
        "frame": frame,
        "hours": [(hours, _in_words(hours)) for hours in HOURS],
        "links": links,
        "is_taken_back": TOUCHED in request.GET and not any(link["is_touched"] for link in links),
    }
    return TemplateResponse(request, "admin/articles/article/preview.html", context)


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
def framed(
    request: HttpRequest, desk: ModelAdmin, language: str, article_id: int | None = None, key: UUID | None = None
) -> HttpResponse:
    """Show the page itself, for the frame alone."""
    if language not in CODES:
        raise Http404
    article, unsaved = _asked_for(request, desk, article_id, key)
    story = desk_in(desk_as_typed(desk, unsaved).content) if unsaved else for_desk(article.pk)
    return preview(request, story, language)


def _asked_for(
    request: HttpRequest, desk: ModelAdmin, article_id: int | None, key: UUID | None
) -> tuple[Article | None, WorkingCopy | None]:
    """Return the story, and what this person typed in it and did not save. Raises Http404 or PermissionDenied."""
    article = story_of(request, desk, article_id)
    mine = WorkingCopy.objects.select_related("person", "article").filter(person=request.user, article=article)
    unsaved = (mine if article else mine.filter(key=key)).first()
    if article is None and unsaved is None:
        raise Http404
    return article, unsaved


def _in_words(hours: int) -> str:
    return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}


def _shown(request: HttpRequest, link: PreviewLink) -> dict[str, object]:
    return {
        "pk": link.pk,
        "is_touched": request.GET.get(TOUCHED) == str(link.pk),
        "address": request.build_absolute_uri(path_to(link)),
        "words": _("Version %(number)d · %(language)s · until %(when)s") % {
            "number": link.version.number,
            "language": own_name(link.language),
            "when": moment(link.expires, with_time=True),
        },
        "by": link.by,
    }  # fmt: skip


@require_POST
def new_link(request: HttpRequest, desk: ModelAdmin, article_id: int) -> HttpResponse:
    """Make a link to the newest saved version in one language."""
    article, language = story_of(request, desk, article_id), request.POST.get("language")
    hours = {str(each): each for each in HOURS}.get(request.POST.get("hours"))
    version = article.versions.of_the_desk().first()
    if language not in CODES or hours is None or version is None:
        raise Http404
    if not writes(request.user, language):
        raise PermissionDenied
    link = make_link(version, language, request.user, hours)
    messages.success(request, _("The link is below. It shows version %(number)d, as it was saved.") % {
        "number": version.number
    })  # fmt: skip
    return _back_to(link, article)


@require_POST
def take_back(request: HttpRequest, desk: ModelAdmin, article_id: int, link_id: int) -> HttpResponse:
    article = story_of(request, desk, article_id)
    link = get_object_or_404(PreviewLink, pk=link_id, version__article=article)
    if not writes(request.user, link.language):
        raise PermissionDenied
    revoke(link)
    messages.success(request, _("The link was taken back: it shows nothing any more."))
    return _back_to(link, article)


def _back_to(link: PreviewLink, article: Article) -> HttpResponse:
    """Show the links again, with the focus where the hand was; an anchor in the address would keep it away."""
    query = urlencode({"language": link.language, TOUCHED: link.pk})
    return redirect(f"{reverse('admin:preview', args=[article.pk])}?{query}")
