"""What every save of a translated text goes through, form or not."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import models


def clean_translations(row: models.Model, fields: Iterable[str], cleaner: Callable[[str], str]) -> None:
    """Pass each language of the fields of a row through a cleaner; an absent text stays absent."""
    for field in fields:
        for code, _name in settings.LANGUAGES:
            text = getattr(row, f"{field}_{code}")
            if text:
                setattr(row, f"{field}_{code}", cleaner(text))
