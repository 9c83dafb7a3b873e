"""How many answers of one client are counted: enough for a household, too few to distort the tally.

A client's address is never stored: only a keyed hash of it, in the memory of a process, for about a minute.
"""

from hashlib import blake2b
from ipaddress import ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from .bots import is_bot

COUNTED_A_MINUTE = 20


def is_counted(request: HttpRequest) -> bool:
    """Tell whether an answer goes into the tally. Nobody's answer is refused for the others of their address."""
    if is_bot(request.headers.get("User-Agent", "")):
        return False
    key = f"readers.answers.{_hashed(household_of(address_of(request)))}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) <= COUNTED_A_MINUTE
    except ValueError:  # the minute ended between the two lines
        return True


def address_of(request: HttpRequest) -> str:
    """Return the client's address: behind our proxy the last one it was told (X-21), else the connection's own."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def household_of(address: str) -> str:
    """Return what one client can't leave at will: of an IPv6 address its network, which holds all they may take."""
    try:
        network = ip_network(f"{address}/64" if ":" in address else address, strict=False)
    except ValueError:
        return address
    return str(network)


def _hashed(address: str) -> str:
    return blake2b(address.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16).hexdigest()
