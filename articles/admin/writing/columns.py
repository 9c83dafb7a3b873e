"""Which languages stand side by side in the form, and what the person at it may do."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import get_language_info

from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ...desk.pieces import CODES
from ...models import Article

MOST = 3


@dataclass(frozen=True)
class Columns:
    """`shown` are codes from left to right; `writable` those this person may write in.

    Who `arranges` may change what all languages share: blocks and their order, speakers, pictures, the category.
    """

    shown: tuple[str, ...]
    writable: frozenset[str]
    arranges: bool

    def opens(self, language: str | None) -> bool:
        """Tell whether a field is this person's to change; None is a field that all languages share."""
        return self.arranges if language is None else language in self.writable

    def names(self, *fields: str) -> list[str]:
        """Return the columns' names of translated fields, field by field."""
        return [f"{field}_{language}" for field in fields for language in self.shown]


def columns_of(request: HttpRequest, article: Article | None) -> Columns:
    """Return the columns that the form was sent with, else those of the address, else the usual ones."""
    original = article.original_language if article else first_of(request.user)
    asked = (request.POST.get("columns") or request.GET.get("langs") or "").split(",")
    codes = sorted(CODES, key=lambda code: code != original)
    shown = [code for code in codes if code in asked] or usual(request.user, original)
    return Columns(
        shown=tuple(shown[:MOST]),
        writable=frozenset(code for code in CODES if writes(request.user, code)),
        arranges=request.user.may(Right.WRITE, article and original),
    )


def first_of(person: Person) -> str:
    """Return the language in which a new story of this person begins."""
    return next(iter(person.languages_for(Right.WRITE)), settings.LANGUAGE_CODE)


def usual(person: Person, original: str) -> list[str]:
    """Return the original and, beside it, the other language of this person."""
    others = sorted((code for code in CODES if writes(person, code)), key=lambda code: code != person.language)
    return [original, *[code for code in others if code != original][:1]]


def writes(person: Person, language: str) -> bool:
    return person.may(Right.WRITE, language) or person.may(Right.TRANSLATE, language)


def language_of(field: Field) -> str | None:
    """Return the language of a translated column; None for a column that all languages share."""
    return getattr(field, "language", None) if hasattr(field, "translated_field") else None


def own_name(language: str) -> str:
    """Return what a language calls itself."""
    return get_language_info(language)["name_local"].capitalize()
