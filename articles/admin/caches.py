"""What shared caches were not told meets the newsroom: who may try again."""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest

from newsroom.editorial.rights import ByRights
from newsroom.pagecache.models import Errand
from newsroom.pagecache.outbound.admin import ErrandAdmin, NotByHand
from newsroom.staff.roles import Right


@admin.register(Errand)
class ErrandDesk(NotByHand, ByRights, ErrandAdmin):
    rights = (Right.STAFF,)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(settings.SHARED_CACHE) and self.may_change(request)

    def has_view_permission(self, request: HttpRequest, obj: Errand | None = None) -> bool:
        return self.may_change(request)
