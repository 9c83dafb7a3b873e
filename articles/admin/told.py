"""What a person is told of stories: that one was taken over from them, or handed to them."""

from dataclasses import dataclass

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.staff.models import Person
from newsroom.staff.way_back import way_back

from ..desk.handing_over import have_seen, notices_for
from ..models import Article, Notice
from .states import moment


@dataclass(frozen=True)
class Told:
    """A sentence about a story, the address of its form, and where to say that it was read."""

    words: str
    headline: str
    url: str
    seen_url: str


def told(person: Person, article: Article | None = None) -> list[Told]:
    """Return what somebody has still to be told, the newest first."""
    return [
        Told(
            words=_words(notice),
            headline=str(notice.article),
            url=reverse("admin:articles_article_change", args=[notice.article_id]),
            seen_url=reverse("admin:seen", args=[notice.article_id]),
        )
        for notice in notices_for(person, article)
    ]


def _words(notice: Notice) -> str:
    told = {"who": notice.by or _("Somebody"), "when": moment(notice.when, with_time=True)}
    if notice.kind == Notice.Kind.TAKEN_OVER:
        return _("Taken over from you: %(who)s, %(when)s. Nothing that you had typed is lost.") % told
    return _("Handed over to you: %(who)s, %(when)s.") % told


@require_POST
def seen(request: HttpRequest, desk: ModelAdmin, article_id: int) -> HttpResponse:
    """Take the word that somebody has read what they were told of a story, and take them back."""
    have_seen(request.user, get_object_or_404(Article, pk=article_id))
    return way_back(request)
