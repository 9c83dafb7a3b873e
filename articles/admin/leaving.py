"""The page on which somebody leaves the newsroom: what they have in hand, and who gets it."""

from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.staff.colleagues import colleagues
from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ..desk.leaving import in_hand, leave
from ..models import WorkingCopy
from .writing.typed import desk_as_typed

ROWS = 20


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        Person.objects.none(),
        required=False,
        label=gettext_lazy("Who gets the stories"),
        empty_label=gettext_lazy("Nobody yet"),
    )

    def __init__(self, leaver: Person, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues().exclude(pk=leaver.pk)


def leaver(request: HttpRequest, desk: ModelAdmin, person_id: int) -> HttpResponse:
    """Show what somebody leaves behind; on POST shut their account and hand it over."""
    person = get_object_or_404(Person, pk=person_id)
    if not may_let_go(request.user, person):
        raise PermissionDenied
    if not person.is_active:
        messages.info(request, _("%(who)s has left already.") % {"who": person})
        return redirect("admin:staff_person_change", person.pk)
    form = HandOverForm(person, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        leave(person, to, request.user, typed_at(desk))
        told = {"who": person, "to": to or _("Nobody yet")}
        messages.success(request, _("%(who)s has left. Stories in hand now: %(to)s.") % told)
        return redirect("admin:staff_person_change", person.pk)
    held = in_hand(person)
    context = desk.admin_site.each_context(request) | {
        "title": _("Leaves the newsroom"),
        "person": person,
        "form": form,
        "stories": held.stories[:ROWS],
        "more": max(0, held.stories.count() - ROWS),
        "unsaved": held.unsaved[:ROWS],
        "links": held.links.count(),
    }
    return TemplateResponse(request, "admin/articles/leaver.html", context)


def typed_at(desk: ModelAdmin) -> Callable[[WorkingCopy], tuple[dict, bool]]:
    """Return what gives the version of an unsaved text, and whether all of it is in it."""

    def typed(copy: WorkingCopy) -> tuple[dict, bool]:
        as_typed = desk_as_typed(desk, copy)
        return as_typed.content, as_typed.is_whole

    return typed


def may_let_go(person: Person, leaver: Person) -> bool:
    """Tell whether somebody may shut another's account; nobody shuts their own, nor one mightier than theirs."""
    keeps_staff = person.may(Right.STAFF) and (person.is_superuser or not leaver.is_superuser)
    return keeps_staff and leaver != person


admin.site.person_pages.append((gettext_lazy("Leaves the newsroom…"), "admin:leaver"))
