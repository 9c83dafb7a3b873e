"""Who may do what in the admin, by the rights of the newsroom instead of Django's permissions."""

from django.db.models import Model
from django.http import HttpRequest


class ByRights:
    """A mixin for a ModelAdmin or an inline: whoever works here may look, whoever has one of `rights` may change.

    The user model offers `may(right) -> bool`.
    """

    rights: tuple[str, ...] = ()

    def may_change(self, request: HttpRequest) -> bool:
        return works_here(request) and any(request.user.may(right) for right in self.rights)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return works_here(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return works_here(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.may_change(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.may_change(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.may_change(request)


def works_here(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.is_staff
