"""The cookies of a reader. Each is set only by a reader's own click and kept for half a year."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CONSENT = "consent"
LANGUAGE = "lang"
PROMPT = "lang-prompt"
LIFETIME_DAYS = 180
LIFETIME = LIFETIME_DAYS * 24 * 3600


class Entry(NamedTuple):
    """A line of the list of cookies that readers see."""

    name: str
    purpose: Promise
    kept: Promise


def cookie_name(request: HttpRequest, name: str) -> str:
    """Return the full name of a cookie: browsers take the prefix over https and on their own machine only."""
    host, _port = split_domain_port(request.get_host())
    protected = request.is_secure() or host in ("localhost", "127.0.0.1")
    return f"__Host-{name}" if protected else name


def read(request: HttpRequest, name: str) -> str:
    return request.COOKIES.get(cookie_name(request, name), "")


def keep(request: HttpRequest, response: HttpResponse, name: str, value: str, *, for_scripts: bool = False) -> None:
    """Set a cookie for half a year; page scripts see it only when asked for."""
    full_name = cookie_name(request, name)
    protected = full_name != name
    response.set_cookie(full_name, value, LIFETIME, secure=protected, httponly=not for_scripts, samesite="Lax")


def described(request: HttpRequest) -> list[Entry]:
    """Return every cookie this site can set, for the cookies page."""
    half_a_year = _("180 days")
    return [
        Entry(cookie_name(request, CONSENT), _("Remembers what you accepted or rejected."), half_a_year),
        Entry(cookie_name(request, LANGUAGE), _("Remembers the language you chose."), half_a_year),
        Entry(cookie_name(request, PROMPT), _("Remembers that you stayed in a page’s own language."), half_a_year),
        Entry(settings.SESSION_COOKIE_NAME, _("Keeps our staff signed in; readers never get it."), _("7 days")),
        Entry(settings.CSRF_COOKIE_NAME, _("Guards the forms of our staff; readers never get it."), _("1 year")),
    ]
