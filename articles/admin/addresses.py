from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.editorial.rights import ByRights
from newsroom.staff.searching import AnyCaseSearch

from ..models import FormerSlug


@admin.register(FormerSlug)
class FormerSlugAdmin(AnyCaseSearch, ByRights, admin.ModelAdmin):
    """The addresses that redirect; the site itself keeps them, so nobody may change them."""

    list_display = ["slug", "kind", "language", "since"]
    list_filter = ["kind", "language"]
    search_fields = ["slug"]
    search_help_text = _("Search words of an address")
    ordering = ["-since", "-pk"]
    list_display_links = None

    def has_view_permission(self, request: HttpRequest, obj: FormerSlug | None = None) -> bool:
        return obj is None and super().has_view_permission(request)
