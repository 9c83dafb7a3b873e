"""Keeps the index as the public side is. Publishing and withdrawing call it; nobody else changes what readers find."""

from collections.abc import Collection

from newsroom.search.engine import backend

from ..models import Edition
from ..models.edition import IS_PUBLISHED
from .entries import entries_of


def index(ids: Collection[int]) -> None:
    """Let editions be found as they are published now, listed already; those that are not published no longer."""
    published = list(Edition.objects.filter(IS_PUBLISHED, pk__in=ids).select_related("live"))
    leave_out(set(ids) - {edition.pk for edition in published})
    backend().index(entries_of(published))


def leave_out(ids: Collection[int]) -> None:
    """Let editions be found no longer, nor what is quoted in them."""
    if ids:
        backend().remove(ids)
