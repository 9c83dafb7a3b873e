from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from .inlines import NamedCells
from .inviting import invite, standing
from .models import Person, Role
from .roles import Right
from .searching import AnyCaseSearch

LEAVES = _("Whoever leaves is let go by “Leaves the newsroom…”, which hands over what they have in hand.")
COMES_BACK = _("Ticked: the account can be used again. What was handed over stays where it is.")

# Roles alone decide what a person may do.
admin.site.unregister(Group)


def keeps_staff(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.may(Right.STAFF)


class PasswordOrLink:
    """A mixin for the forms that set somebody's password: without one they come in by `manage.py enter`."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("usable_password"):
            field.label = _("Signs in with a password")
            field.help_text = _("Without one they come in by a link: invite them once they are saved.")


class HireForm(PasswordOrLink, AdminUserCreationForm):
    pass


class PersonForm(UserChangeForm):
    """Opens an account again; shutting one is the business of a page of its own, so that nothing in hand is lost."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("is_active"):
            field.disabled = self.instance.is_active
            field.help_text = LEAVES if self.instance.is_active else COMES_BACK


class PasswordForm(PasswordOrLink, AdminPasswordChangeForm):
    pass


class RoleInline(admin.TabularInline):
    model = Role
    formset = NamedCells
    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        return keeps_staff(request)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


@admin.register(Person)
class PersonAdmin(AnyCaseSearch, UserAdmin):
    """People and their roles. Whoever is made here may enter the desk; what they may do there, their roles say."""

    list_display = ("username", "name", "posts", "language", "is_active", "last_login")
    list_filter = ("is_active", "roles__name")
    list_per_page = 50
    search_help_text = _("Search by name or username")
    form = PersonForm
    add_form = HireForm
    change_password_form = PasswordForm
    change_form_template = "admin/staff/person/change_form.html"
    inlines = [RoleInline]
    readonly_fields = ("last_login", "standing")
    fieldsets = [
        (None, {"fields": ["username", ("first_name", "last_name"), "email", "language", "password"]}),
        (_("Access"), {"fields": ["is_active", "is_superuser", "last_login", "standing"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", ("first_name", "last_name"), "email", "language"]}),
        (_("Password"), {"fields": ["usable_password", "password1", "password2"]}),
    ]

    @admin.display(description=_("full name"), ordering="last_name")
    def name(self, person: Person) -> str:
        return person.get_full_name()

    @admin.display(description=_("roles"))
    def posts(self, person: Person) -> str:
        return ", ".join(map(str, person.roles.all()))

    @admin.display(description=_("way in"))
    def standing(self, person: Person) -> str:
        return standing(person)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("roles")

    def get_readonly_fields(self, request: HttpRequest, obj: Person | None = None) -> list[str]:
        own_powers = [] if request.user.is_superuser else ["is_superuser"]
        return [*self.readonly_fields, *own_powers]

    def save_model(self, request: HttpRequest, obj: Person, form: ModelForm, change: bool) -> None:
        obj.is_staff = True  # Django's door to the admin; people are shut out by is_active
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        page = path("<int:person_id>/invite/", self.admin_site.admin_view(self.invite), name="invite")
        return [page, *super().get_urls()]

    def invite(self, request: HttpRequest, person_id: int) -> HttpResponse:
        return invite(request, self, person_id)

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: object) -> HttpResponse:
        """Offer the pages that a person has besides the form."""
        person = context.get("original")
        offered = self.admin_site.person_pages if person and self.has_change_permission(request, person) else ()
        pages = [(words, reverse(name, args=[person.pk])) for words, name in offered if person != request.user]
        return super().render_change_form(request, context | {"pages": pages}, **kwargs)

    def response_add(self, request: HttpRequest, obj: Person, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to invite whoever has no password."""
        if obj.has_usable_password() or "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return redirect("admin:invite", obj.pk)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return keeps_staff(request)

    def has_view_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        return keeps_staff(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return keeps_staff(request)

    def has_change_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Let nobody change somebody who may do more than they may."""
        return keeps_staff(request) and (request.user.is_superuser or obj is None or not obj.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Let nobody be deleted who has come in: they leave, and what they wrote keeps their name."""
        has_come = obj is not None and obj.last_login is not None
        return self.has_change_permission(request, obj) and obj != request.user and not has_come
