"""The page that asks before a story is announced as breaking news, or ceases to be."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from newsroom.staff.roles import Right

from ..models import Edition
from ..publishing import announce, stop_announcing
from .filters import live
from .states import moment
from .writing.columns import own_name


def ask_to_announce(request: HttpRequest, desk: ModelAdmin, article_id: int, language: str) -> HttpResponse:
    """Show what readers would see; on POST announce the story or end that, as was asked."""
    if not request.user.may(Right.PUBLISH, language):
        raise PermissionDenied
    editions = Edition.objects.select_related("category").filter(live())
    edition = get_object_or_404(editions, article=article_id, language=language)
    if request.method == "POST":
        (announce if "announce" in request.POST else stop_announcing)(edition)
        edition.refresh_from_db()
        messages.success(request, news_of(edition))
        return redirect("admin:articles_article_change", article_id)
    context = desk.admin_site.each_context(request) | {
        "title": _("Breaking news"), "edition": edition, "language": own_name(language), "ends": ends(edition),
    }  # fmt: skip
    return TemplateResponse(request, "admin/articles/article/breaking.html", context)


def ends(edition: Edition) -> str:
    """Return in words until when a story is breaking news; nothing if it isn't."""
    return moment(edition.breaking_until, with_time=True) if edition.is_breaking else ""


def news_of(edition: Edition) -> str:
    words = {"language": own_name(edition.language), "when": ends(edition)}
    if edition.is_breaking:
        return _("%(language)s: breaking news until %(when)s.") % words
    return _("%(language)s: breaking news no longer.") % words
