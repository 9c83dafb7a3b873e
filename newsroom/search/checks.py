"""What `manage.py check` says when a library is not there, before the first search of a reader does."""

from collections.abc import Sequence
from importlib.util import find_spec

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def check_libraries(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Ask for the libraries that only some newspapers need, by the settings that need them."""
    wanted = {"SEARCH_MORPHOLOGY": "pymorphy3"} if settings.SEARCH_MORPHOLOGY == "pymorphy3" else {}
    wanted |= {"TYPESENSE_URL": "typesense"} if settings.TYPESENSE_URL else {}
    return [missing(setting, library) for setting, library in wanted.items() if not find_spec(library)]


def missing(setting: str, library: str) -> Error:
    hint = f"Install it (pip install {library}), or take {setting} out of the environment."
    return Error(f"{setting} needs the library {library}, which is not installed.", hint=hint, id="search.E001")
