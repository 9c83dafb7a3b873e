"""What `manage.py check` says when words can't be looked up."""

from collections.abc import Sequence
from importlib.util import find_spec

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def check_morphology(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Refuse a library that is not there, before the first search of a reader does."""
    if settings.SEARCH_MORPHOLOGY == "simplemma" or find_spec(settings.SEARCH_MORPHOLOGY):
        return []
    hint = "pip install pymorphy3 pymorphy3-dicts-uk, or take SEARCH_MORPHOLOGY out of the environment."
    problem = f"SEARCH_MORPHOLOGY={settings.SEARCH_MORPHOLOGY!r}, but this library is not installed."
    return [Error(problem, hint=hint, id="search.E001")]
