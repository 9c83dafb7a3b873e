"""The way in without a password: a link that works once. Whoever asks for it gets a day, whoever is invited three."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import force_bytes, force_str
from django.utils.http import base36_to_int, urlsafe_base64_decode, urlsafe_base64_encode

from .models import Person


class EntranceTokens(PasswordResetTokenGenerator):
    """Tokens that die with the next sign-in or invitation, because they hold the moments of the last ones."""

    def __init__(self, kind: str, lasts: timedelta) -> None:
        super().__init__()
        self.key_salt = f"newsroom.staff.{kind}"
        self.lasts = lasts

    def _make_hash_value(self, user: Person, timestamp: int) -> str:
        # Django drops the microseconds; a link made and used within a second would work twice.
        moments = [moment and moment.isoformat() for moment in (user.last_login, user.invited)]
        return f"{user.pk}{user.password}{moments}{timestamp}"

    def check_token(self, user: Person | None, token: str) -> bool:
        return super().check_token(user, token) and self._age(token) <= self.lasts.total_seconds()

    @property
    def hours(self) -> int:
        return self.lasts // timedelta(hours=1)

    def _age(self, token: str) -> int:
        return self._num_seconds(self._now()) - base36_to_int(token.partition("-")[0])


tokens = EntranceTokens("entrance", timedelta(hours=24))
invitations = EntranceTokens("invitation", timedelta(hours=72))


def way_in(person: Person, kind: EntranceTokens = tokens) -> str:
    """Return the path that lets this person in once."""
    return reverse("enter", args=[uid_of(person), kind.make_token(person)])


def uid_of(person: Person) -> str:
    """Return a person’s number as links hold it."""
    return urlsafe_base64_encode(force_bytes(person.pk))


def address_of(path: str) -> str:
    """Return a path as somebody outside of the desk can follow it."""
    return f"{settings.SITE_URL}{path}"


def is_invitation(person: Person | None, token: str) -> bool:
    return invitations.check_token(person, token)


def may_enter(uid: str, token: str, *, lock: bool = False) -> Person | None:
    """Return the person whom a link lets in, None when it is used up, out of date or made up."""
    people = Person.objects.select_for_update() if lock else Person.objects
    try:
        pk = int(force_str(urlsafe_base64_decode(uid)))
    except ValueError:
        return None
    person = people.filter(pk=pk, is_active=True, is_staff=True).first()
    genuine = person and (tokens.check_token(person, token) or is_invitation(person, token))
    return person if genuine else None


def let_in(request: HttpRequest, uid: str, token: str) -> bool:
    """Sign in the person a link belongs to and use the link up; two at once can’t both do it."""
    with transaction.atomic():
        person = may_enter(uid, token, lock=True)
        if person:
            login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return person is not None
