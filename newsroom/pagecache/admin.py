"""The desk's page on the pages that are kept. The content says who may see it, and names what changed."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from .feed import NEVER
from .models import FinishedPages
from .process import edge_of_process
from .purging import purge_everything
from .readings import by_hour
from .tags import ADDRESS, EVERYTHING, SLOTS

MEGABYTE = 1024 * 1024
ROWS_READ, LINES = 500, 20
WORDS = {EVERYTHING: gettext_lazy("all pages"), SLOTS: gettext_lazy("what readers are asked and offered")}


class FinishedPagesAdmin(admin.ModelAdmin):
    """What is kept and read, what was purged; and a button that forgets all of it."""

    def words_of(self, tags: Sequence[str]) -> dict[str, str]:
        """Return what tags stand for in the words of the desk; the content knows more of them."""
        return {tag: str(WORDS.get(tag, tag.removeprefix(ADDRESS))) for tag in tags}

    def happening(self, moment: datetime) -> list[str]:
        """Return what happens at a moment by the clock alone; the content knows it."""
        return []

    def get_urls(self) -> list[URLPattern]:
        """Return the page and its button; a row has no page of its own."""
        look, forget = (self.admin_site.admin_view(view) for view in (self.changelist_view, require_POST(self.forget)))
        return [
            path("", look, name="pagecache_finishedpages_changelist"),
            path("forget/", forget, name="pagecache_finishedpages_forget"),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {"title": _("Finished pages")}
        context |= self.kept() | {"purges": self.purges(), "hours": today_by_hour()}
        return render(request, "admin/pagecache/finished_pages.html", context)

    def kept(self) -> dict:
        """Return what the process that answers knows of itself."""
        edge = edge_of_process()
        if edge is None:
            return {"keeps": False}
        edge.feed.follow()
        next_due = edge.feed.next_due
        moment = None if next_due == NEVER else datetime.fromtimestamp(next_due, UTC)
        return {
            "keeps": True,
            "pages": number_format(len(edge.store), force_grouping=True),
            "used": number_format(edge.store.used / MEGABYTE, 1),
            "room": number_format(edge.store.room / MEGABYTE, 0),
            "since": in_words(edge.since),
            "sent": number_format(edge.sent, force_grouping=True),
            "ratio": round(100 * max(edge.sent - edge.rendered, 0) / edge.sent) if edge.sent else None,
            "due": in_words(moment) if moment else "",
            "happening": self.happening(moment) if moment else [],
        }

    def purges(self) -> list[tuple[str, str]]:
        """Return when what changed, the last first; what changed in one minute in several parts is said once."""
        rows = list(FinishedPages.objects.values_list("at", "tag")[:ROWS_READ])
        words = self.words_of([tag for _at, tag in rows])
        return list(dict.fromkeys((in_words(at), words[tag]) for at, tag in rows))[:LINES]

    def forget(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        purge_everything()
        messages.success(request, _("All pages are forgotten, by every server process."))
        return HttpResponseRedirect(reverse(f"{self.admin_site.name}:pagecache_finishedpages_changelist"))


def today_by_hour() -> list[tuple[str, str]]:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return [
        (date_format(timezone.localtime(hour), "H:i"), number_format(sum, force_grouping=True))
        for hour, sum in by_hour(midnight)
    ]


def in_words(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
