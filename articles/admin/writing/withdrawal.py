"""The page that asks before an edition is taken from readers."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.staff.roles import Right

from ...models import Edition
from ...publishing import withdraw
from ..filters import live, scheduled
from .columns import own_name


def ask_to_withdraw(request: HttpRequest, desk: ModelAdmin, article_id: int, language: str) -> HttpResponse:
    """Show what withdrawing does; do it on POST."""
    if not request.user.may(Right.PUBLISH, language):
        raise PermissionDenied
    editions = Edition.objects.select_related("category").filter(article=article_id, language=language)
    back = reverse("admin:articles_article_change", args=[article_id])
    if request.method == "POST":
        withdraw(get_object_or_404(editions), request.user)  # pressed twice, it is withdrawn already
        messages.success(request, _("%(language)s: withdrawn.") % {"language": own_name(language)})
        return redirect(back)
    edition = get_object_or_404(editions.filter(live() | scheduled()))
    context = desk.admin_site.each_context(request) | {
        "title": _("Withdraw from the site"), "edition": edition, "language": own_name(language), "back": back,
    }  # fmt: skip
    return TemplateResponse(request, "admin/articles/article/withdraw.html", context)
