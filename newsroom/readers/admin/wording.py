from django.conf import settings
from django.contrib import admin, messages
from django.forms import ModelForm, Textarea
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from ..languages import direction
from ..models import Place, Wording
from ..words import claiming_notice, claims_consent, shipped

CODES = [code for code, _name in settings.LANGUAGES]


class PlacesStay:
    """A mixin before whatever grants rights: the places of words come with the program, none is added or deleted."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Wording | None = None) -> bool:
        return False


class WordingAdmin(TranslationAdmin):
    """Words to readers: an empty field means the shipped words, which stand in it as a hint."""

    list_display = ["__str__", "now", "own_in"]
    list_per_page = 100
    fieldsets = [(None, {"fields": get_translation_fields("text")})]

    @admin.display(description=_("words"))
    def now(self, wording: Wording) -> str:
        language = get_language()
        return getattr(wording, in_language("text", language)) or shipped(wording.place, language)

    @admin.display(description=_("own words in"))
    def own_in(self, wording: Wording) -> str:
        return ", ".join(code for code in CODES if getattr(wording, in_language("text", code)))

    def get_form(self, request: HttpRequest, obj: Wording | None = None, **kwargs: object) -> type[ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        for code in CODES:
            name = in_language("text", code)
            if obj and name in form.base_fields:
                hints = {"placeholder": shipped(obj.place, code), "lang": code, "dir": direction(code), "rows": 3}
                form.base_fields[name].widget = Textarea(attrs=hints)
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Wording | None = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(["by_staying"] if self._is_notice(obj) else [])]

    def get_fieldsets(self, request: HttpRequest, obj: Wording | None = None) -> list:
        warning = [(_("A sentence that is no consent"), {"fields": ["by_staying"]})] if self._is_notice(obj) else []
        return [*super().get_fieldsets(request, obj), *warning]

    @admin.display(description=_("to be had, with a warning"))
    def by_staying(self, wording: Wording) -> SafeString:
        """Show what many sites write, and what it is worth (EDPB 05/2020, example 16; CJEU C-673/17)."""
        sentences = format_html_join("", '<p lang="{}">{}</p>', ((code, claiming_notice(code)) for code in CODES))
        return format_html("{}<p><strong>{}</strong></p>", sentences, no_consent())

    def save_model(self, request: HttpRequest, obj: Wording, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        texts = (getattr(obj, in_language("text", code)) or "" for code in CODES)
        if self._is_notice(obj) and any(map(claims_consent, texts)):
            messages.warning(request, no_consent())

    def _is_notice(self, wording: Wording | None) -> bool:
        return wording is not None and wording.place == Place.NOTICE


def no_consent() -> str:
    return gettext(
        "Whoever reads on has agreed to nothing (EDPB guidelines 05/2020, CJEU C-673/17). This site takes no such "
        "sentence for consent: it is shown only while nothing needs consent, when what it says is untrue."
    )
