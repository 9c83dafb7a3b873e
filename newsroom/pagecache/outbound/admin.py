"""What shared caches were not told, in the admin: why, and another try.

The content says who may, by the rights that it puts before this class.
"""

from itertools import groupby
from operator import attrgetter

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .caches import caches
from .courier import tell
from .models import Errand

NAMES = 4  # in a line of the list


class NotByHand:
    """A mixin before whatever grants rights: what has to be told follows from changes, and from nothing else."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Errand | None = None) -> bool:
        return False


class ErrandAdmin(admin.ModelAdmin):
    """Purges that have not arrived: those of this second, and those that failed."""

    list_display = ["cache", "what", "since", "tries", "why"]
    list_display_links = ["what"]
    fields = ["cache", "names", "since", "tries", "why"]
    readonly_fields = fields
    actions = ["try_again"]

    @admin.display(description=gettext_lazy("what it is to drop"))
    def what(self, errand: Errand) -> str:
        names = errand.names.split()
        return " ".join(names[:NAMES]) + (" …" if len(names) > NAMES else "")

    @admin.display(description=gettext_lazy("why it has not"))
    def why(self, errand: Errand) -> str:
        if not errand.tries:
            return _("on its way")
        if errand.status is None:
            return _("No answer: %(reason)s") % {"reason": errand.reason}
        return _("It answered %(status)s: %(reason)s") % {"status": errand.status, "reason": errand.reason}

    @admin.action(description=gettext_lazy("Try again"), permissions=["view"])
    def try_again(self, request: HttpRequest, errands: QuerySet[Errand]) -> None:
        known = {str(cache): cache for cache in caches()}
        for name, group in groupby(errands.order_by("cache", "pk"), attrgetter("cache")):
            rows = list(group)
            if name not in known:
                text = _("%(cache)s is no cache of this site any more: delete what it was to drop.")
                self.message_user(request, text % {"cache": name}, messages.ERROR)
            elif tell(known[name], rows):
                errands.filter(cache=name).delete()
                text = _("%(cache)s was told now, and keeps nothing of it.")
                self.message_user(request, text % {"cache": name}, messages.SUCCESS)
            else:
                rows[0].refresh_from_db()
                text = _("%(cache)s was not told again. %(why)s")
                self.message_user(request, text % {"cache": name, "why": self.why(rows[0])}, messages.ERROR)
