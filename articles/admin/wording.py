"""Names belong to all languages: writers change everything of them, a translator the words in their own language."""

from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Model
from django.http import HttpRequest
from modeltranslation.utils import build_localized_fieldname as in_language

from newsroom.editorial.rights import ByRights, works_here
from newsroom.staff.roles import Right


class WordedByTranslators(ByRights):
    """A mixin for a ModelAdmin or an inline with `fieldsets`: `wording` names the translated fields that are words."""

    rights = (Right.WRITE,)
    wording: tuple[str, ...] = ()

    def words_of(self, request: HttpRequest) -> list[str]:
        """Return the columns that this person may change as a translator."""
        languages = request.user.languages_for(Right.TRANSLATE) if works_here(request) else []
        return [in_language(field, language) for field in self.wording for language in languages]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.may_change(request) or bool(self.words_of(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        readonly = list(super().get_readonly_fields(request, obj))
        if self.may_change(request):
            return readonly
        words = self.words_of(request)
        return [*readonly, *(field for field in flatten_fieldsets(self.fieldsets) if field not in words)]
