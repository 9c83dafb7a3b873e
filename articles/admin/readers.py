"""What readers are asked meets the newsroom: who may change it."""

from django.contrib import admin
from django.http import HttpRequest

from newsroom.editorial.rights import ByRights
from newsroom.readers.admin import OwnStay, PlacesStay, PolicyAdmin, ProofStays, RegistryAdmin, WordingAdmin
from newsroom.readers.models import Policy, RegistryEntry, Wording
from newsroom.staff.roles import Right
from newsroom.staff.searching import AnyCaseSearch

from .wording import WordedByTranslators


class KeptByAdministrators(WordedByTranslators):
    """Administrators change all of it, translators the words of their language."""

    rights = (Right.STAFF,)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return self.has_change_permission(request)


@admin.register(RegistryEntry)
class RegistryDesk(OwnStay, AnyCaseSearch, KeptByAdministrators, RegistryAdmin):
    wording = ("purpose",)


@admin.register(Wording)
class WordingDesk(PlacesStay, KeptByAdministrators, WordingAdmin):
    wording = ("text",)


@admin.register(Policy)
class PolicyDesk(ProofStays, ByRights, PolicyAdmin):
    rights = (Right.STAFF,)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_change(request)

    def has_view_permission(self, request: HttpRequest, obj: Policy | None = None) -> bool:
        return self.may_change(request)
