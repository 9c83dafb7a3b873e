"""What the forms and lists of everything with a name have in common."""

from django.conf import settings
from django.contrib import admin
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import get_translation_fields

from ..models.naming import CODES, Named
from .searching import FoldedSearch
from .uses import KeptWhileNamed
from .wording import WordedByTranslators


def side_by_side(field: str) -> tuple[str, ...]:
    """Return a translated field as one row of a form, a column for each language."""
    return tuple(get_translation_fields(field))


class NamedAdmin(FoldedSearch, KeptWhileNamed, WordedByTranslators, TranslationAdmin):
    """A list in the order of the desk's alphabet, found by any name in any case, one column a language."""

    wording = ("name",)
    search_fields = [f"folded_{code}" for code in CODES]
    search_help_text = _("Search names in every language")
    list_display = ["shown", "languages_without"]
    list_per_page = 50
    view_on_site = False

    @admin.display(description=_("name"))
    def shown(self, row: Named) -> str:
        return str(row)

    @admin.display(description=_("no name in"))
    def languages_without(self, row: Named) -> str:
        return ", ".join(code for code in CODES if not row.name_in(code))

    def get_ordering(self, request: HttpRequest) -> list:
        here = NullIf(F(f"sort_key_{get_language()}"), Value(""))
        return [Coalesce(here, F(f"sort_key_{settings.LANGUAGE_CODE}")), "pk"]
