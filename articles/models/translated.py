"""What translated texts have in common: what their every save goes through, in which language they are shown."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname as in_language


def clean_translations(row: models.Model, fields: Iterable[str], cleaner: Callable[[str], str]) -> None:
    """Pass each language of the fields of a row through a cleaner; an absent text stays absent."""
    for field in fields:
        for code, _name in settings.LANGUAGES:
            text = getattr(row, f"{field}_{code}")
            if text:
                setattr(row, f"{field}_{code}", cleaner(text))


def validate_translations(row: models.Model, field: str) -> None:
    """Refuse what the field itself would refuse in a form, in any language, whoever saves."""
    problems = {}
    for code, _name in settings.LANGUAGES:
        column = in_language(field, code)
        try:
            row._meta.get_field(column).run_validators(getattr(row, column))
        except ValidationError as error:
            problems[column] = error
    if problems:
        raise ValidationError(problems)


def borrowed(row: models.Model, field: str) -> tuple[str, str]:
    """Return what somebody is called and the language it is in: the active one, else the site's, else any."""
    for language in (get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)):
        if text := getattr(row, in_language(field, language)):
            return text, language
    return "", settings.LANGUAGE_CODE
