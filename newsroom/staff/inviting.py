"""The page that invites somebody: it makes their link, sends it if there is a mail server, and shows it once."""

from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .entrance import address_of, invitations, way_in
from .letters import NotSent, send_invitation
from .models import Person


def invite(request: HttpRequest, desk: ModelAdmin, person_id: int) -> HttpResponse:
    """Say what an invitation is; on POST make one, which is shown and kept nowhere."""
    person = get_object_or_404(Person, pk=person_id, is_staff=True)
    if not desk.has_change_permission(request, person):
        raise PermissionDenied
    link = _invite(request, person) if request.method == "POST" and person.is_active else ""
    context = desk.admin_site.each_context(request) | {
        "title": _("Invite"),
        "person": person,
        "sends": settings.SENDS_LETTERS and bool(person.email),
        "sends_letters": settings.SENDS_LETTERS,
        "link": link,
        "hours": invitations.hours,
        "standing": standing(person),
    }
    return TemplateResponse(request, "admin/staff/person/invite.html", context)


def _invite(request: HttpRequest, person: Person) -> str:
    person.invited = timezone.now()
    person.save(update_fields=["invited"])
    link = address_of(way_in(person, invitations))
    if settings.SENDS_LETTERS and person.email:
        try:
            send_invitation(person, link, request.user)
        except NotSent as problem:
            words = _("The letter could not be sent (%(why)s). Pass the link on yourself.")
            messages.error(request, words % {"why": problem})
        else:
            messages.success(request, _("A letter is on its way to %(address)s.") % {"address": person.email})
    return link


def standing(person: Person) -> str:
    """Say whether somebody was invited, and whether they have come."""
    if person.last_login and (not person.invited or person.last_login > person.invited):
        return _("came in last: %(when)s") % {"when": _written(person.last_login)}
    if person.invited:
        return _("invited %(when)s, has not come in yet") % {"when": _written(person.invited)}
    return _("not invited yet")


def _written(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
