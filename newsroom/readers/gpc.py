"""Global Privacy Control: a browser that says once for all sites that its reader's data is not to be sold or shared."""

from collections.abc import Iterable

from django.http import HttpRequest

from .purposes import MARKETING, Purpose

# For /.well-known/gpc.json: since when this site obeys the signal.
OBEYED_SINCE = "2026-11-25"


def is_signalled(request: HttpRequest) -> bool:
    """Tell whether this reader's browser sends the signal."""
    return is_in(request.headers.get("Sec-GPC", ""))


def is_in(header: str) -> bool:
    """Tell whether Sec-GPC is 1; servers join several such headers by commas, and any that is 1 counts."""
    return any(value.strip(" \t") == "1" for value in header.split(","))


def accepted_at_once(purposes: Iterable[Purpose], *, signalled: bool) -> list[Purpose]:
    """Return what “accept all” may mean: with the signal no advertising, which then has to be chosen by itself."""
    return [purpose for purpose in purposes if not (signalled and purpose is MARKETING)]
