"""The cookies of a reader. Each is set only by a reader's own click and kept for half a year."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port

CONSENT = "consent"
NOTICE = "notice"
LANGUAGE = "lang"
PROMPT = "lang-prompt"
LIFETIME_DAYS = 180
LIFETIME = LIFETIME_DAYS * 24 * 3600


def cookie_name(request: HttpRequest, name: str) -> str:
    """Return the full name of a cookie: browsers take the prefix over https and on their own machine only."""
    host, _port = split_domain_port(request.get_host())
    return f"{prefix_on(request.scheme, host)}{name}"


def prefix_on(scheme: str, host: str) -> str:
    return "__Host-" if scheme == "https" or host in ("localhost", "127.0.0.1") else ""


def read(request: HttpRequest, name: str) -> str:
    return request.COOKIES.get(cookie_name(request, name), "")


def keep(request: HttpRequest, response: HttpResponse, name: str, value: str, *, for_scripts: bool = False) -> None:
    """Set a cookie for half a year; page scripts see it only when asked for."""
    full_name = cookie_name(request, name)
    protected = full_name != name
    response.set_cookie(full_name, value, LIFETIME, secure=protected, httponly=not for_scripts, samesite="Lax")


def full_name(request: HttpRequest, name: str) -> str:
    """Return one of our cookies' names as a browser shows it."""
    staffs = {
        "session": settings.SESSION_COOKIE_NAME,
        "csrf": settings.CSRF_COOKIE_NAME,
        "desk": settings.PAGECACHE_MARK,
    }
    return staffs.get(name) or cookie_name(request, name)
