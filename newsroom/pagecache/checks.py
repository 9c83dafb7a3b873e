"""What `manage.py check` says when slots would stay open."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

FILLS = "newsroom.pagecache.middleware.SlotsMiddleware"


@register()
def check_slots(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Refuse settings under which readers would not be asked, and nobody would notice."""
    found = []
    if settings.MIDDLEWARE[-1:] != [FILLS]:
        hint = f"MIDDLEWARE ends with {FILLS}, behind everything that knows the reader."
        found.append(Error("Nobody fills the slots of pages.", hint=hint, id="pagecache.E001"))
    for name, path in settings.SLOTS.items():
        try:
            import_string(path)
        except ImportError as problem:
            found.append(Error(f"The slot “{name}” can’t be filled: {problem}", id="pagecache.E002"))
    return found
