"""Letters to people who work here, each in the language of their desk. Text alone: a newspaper tracks nobody."""

from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from .entrance import address_of, invitations, uid_of
from .models import Person


class NotSent(Exception):
    """Raised when the mail server takes no letter; the reason is its own."""


def send_invitation(person: Person, link: str, by: Person) -> None:
    """Send somebody the link that lets them in; raises NotSent."""
    with override(language_of(person)):
        told = {"link": link, "by": by, "hours": invitations.hours}
        _send(person, _("Your way into the newsroom"), "invitation", told)


@task()
def send_reset(pk: int) -> None:
    """Send somebody a link to choose a new password; later, so that nobody can tell by the time whether they exist."""
    person = Person.objects.get(pk=pk)
    path = reverse("password_reset_confirm", args=[uid_of(person), default_token_generator.make_token(person)])
    with override(language_of(person)):
        _send(person, _("A new password for the newsroom"), "reset", {"link": address_of(path)})


def language_of(person: Person) -> str:
    return person.language or settings.LANGUAGE_CODE


def _send(person: Person, subject: str, letter: str, more: dict[str, object]) -> None:
    newspaper = settings.NEWSPAPER_NAMES[language_of(person)]
    told = {"person": person, "newspaper": newspaper, "site": settings.SITE_URL} | more
    text = render_to_string(f"staff/letters/{letter}.txt", told)
    try:
        send_mail(f"{subject} · {newspaper}", text, None, [person.email])
    except (SMTPException, OSError) as problem:
        raise NotSent(str(problem)) from problem
