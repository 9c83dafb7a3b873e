"""What uses a row, so that nothing in use is deleted and the refusal says where it is used."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import PROTECT, ForeignObjectRel, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SHOWN = 20  # of each relation
NAMED = 5  # in a refusal


class KeptWhileUsed:
    """A mixin for a ModelAdmin: a row in use can't be deleted, and `used_in` says what uses it."""

    def user_of(self, row: Model) -> Model:
        """Return the thing under which an editor knows a row that uses ours."""
        return row

    def keeps(self, relation: ForeignObjectRel) -> bool:
        """Tell whether the rows of a relation keep ours: by a protected key, or by having chosen it among many."""
        if relation.many_to_many:
            return bool(relation.through._meta.auto_created)
        return relation.on_delete is PROTECT

    def users_of(self, row: Model) -> list[Model]:
        """Return what uses a row, from at most SHOWN rows of each relation."""
        relations = filter(self.keeps, row._meta.related_objects)
        return list(dict.fromkeys(self.user_of(user) for each in relations for user in _rows(each, row)))

    @admin.display(description=gettext_lazy("used in"))
    def used_in(self, row: Model) -> SafeString | str:
        users = self.users_of(row) if row.pk else []
        items = format_html_join("", "<li>{}</li>", ((self._link(user),) for user in users))
        return format_html("<ul>{}</ul>", items) if items else _("nothing yet")

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(["used_in"] if obj else [])]

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> list:
        used_in = [(None, {"fields": ["used_in"]})] if obj else []
        return [*super().get_fieldsets(request, obj), *used_in]

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        users = self.users_of(row) if row and self.has_delete_permission(request, row) else []
        if not users:
            return super().delete_view(request, object_id, extra_context)
        messages.error(request, _refusal(row, users))
        return redirect(f"{self.admin_site.name}:{row._meta.app_label}_{row._meta.model_name}_change", row.pk)

    def _link(self, user: Model) -> SafeString | str:
        if not self.admin_site.is_registered(type(user)):
            return str(user)
        name = f"{self.admin_site.name}:{user._meta.app_label}_{user._meta.model_name}_change"
        return format_html('<a href="{}">{}</a>', reverse(name, args=[user.pk]), user)


def _rows(relation: ForeignObjectRel, row: Model) -> QuerySet:
    users = relation.related_model._base_manager.filter(**{relation.field.name: row})
    return users.select_related()[:SHOWN]


def _refusal(row: Model, users: list[Model]) -> str:
    names = "; ".join(_("“%(name)s”") % {"name": user} for user in users[:NAMED]) + ("…" if len(users) > NAMED else "")
    return _("“%(row)s” can’t be deleted, because it is used in: %(users)s") % {"row": row, "users": names}
