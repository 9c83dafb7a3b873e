"""The way in without a password: a link that works once, for a day."""

from datetime import timedelta

from django.contrib.auth import login
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import force_bytes, force_str
from django.utils.http import base36_to_int, urlsafe_base64_decode, urlsafe_base64_encode

from .models import Person

LASTS = timedelta(hours=24)


class EntranceTokens(PasswordResetTokenGenerator):
    """Tokens that die with the next sign-in, because they hold the moment of the last one."""

    key_salt = "newsroom.staff.entrance"

    def _make_hash_value(self, user: Person, timestamp: int) -> str:
        # Django drops the microseconds; a link made and used within a second would work twice.
        return f"{user.pk}{user.password}{user.last_login and user.last_login.isoformat()}{timestamp}"

    def check_token(self, user: Person | None, token: str) -> bool:
        return super().check_token(user, token) and self._age(token) <= LASTS.total_seconds()

    def _age(self, token: str) -> int:
        return self._num_seconds(self._now()) - base36_to_int(token.partition("-")[0])


tokens = EntranceTokens()


def way_in(person: Person) -> str:
    """Return the path that lets this person in once."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("enter", args=[uid, tokens.make_token(person)])


def may_enter(uid: str, token: str, *, lock: bool = False) -> Person | None:
    """Return the person whom a link lets in, None when it is used up, out of date or made up."""
    people = Person.objects.select_for_update() if lock else Person.objects
    try:
        pk = int(force_str(urlsafe_base64_decode(uid)))
    except ValueError:
        return None
    person = people.filter(pk=pk, is_active=True, is_staff=True).first()
    return person if person and tokens.check_token(person, token) else None


def let_in(request: HttpRequest, uid: str, token: str) -> bool:
    """Sign in the person a link belongs to and use the link up; two at once can't both do it."""
    with transaction.atomic():
        person = may_enter(uid, token, lock=True)
        if person:
            login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return person is not None
