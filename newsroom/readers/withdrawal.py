"""What a reader refuses is taken off their device, as far as a server can."""

from http.cookies import CookieError, Morsel

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port

from . import cookies
from .models import Keeping, RegistryEntry
from .models.registry import NECESSARY

LONG_AGO = "Thu, 01 Jan 1970 00:00:00 GMT"


def expire(request: HttpRequest, response: HttpResponse, grants: set[str]) -> None:
    """Expire the registered cookies of every purpose that is not granted, on this host and on those above it."""
    refused = [entry for entry in optional(Keeping.COOKIE) if entry.category not in grants]
    own = RegistryEntry.objects.filter(own=True, keeping=Keeping.COOKIE)
    ours = {cookies.full_name(request, name) for name in own.values_list("name", flat=True)}
    for name in request.COOKIES:
        if name not in ours and any(entry.matches(name) for entry in refused):
            for domain in ("", *domains_of(request)):
                _expire(response, name, domain, secure=request.is_secure())


def storage_keys() -> dict[str, dict[str, list[str]]]:
    """Return the storage keys by kind and purpose, for the script that clears them: {"local": {"analytics": [...]}}."""
    keys: dict[str, dict[str, list[str]]] = {}
    entries = optional(Keeping.LOCAL, Keeping.SESSION, Keeping.DATABASE)
    for keeping, category, name in entries.values_list("keeping", "category", "name"):
        keys.setdefault(keeping, {}).setdefault(category, []).append(name)
    return keys


def optional(*keepings: str) -> QuerySet[RegistryEntry]:
    return RegistryEntry.objects.filter(keeping__in=keepings).exclude(category=NECESSARY)


def domains_of(request: HttpRequest) -> list[str]:
    """Return a host and those above it, down to two labels: a cookie may have been set for any of them."""
    host, _port = split_domain_port(request.get_host())
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]


def _expire(response: HttpResponse, name: str, domain: str, *, secure: bool) -> None:
    morsel = Morsel()
    try:
        morsel.set(name, "", "")
    except CookieError:  # a name that no server can set, nor take back; a script of the page made it
        return
    morsel.update({"path": "/", "max-age": 0, "expires": LONG_AGO, "domain": domain, "secure": secure})
    # Under a key of its own: a response keeps one cookie a name, and here one name is expired on several hosts.
    response.cookies[f"{name};{domain}"] = morsel
