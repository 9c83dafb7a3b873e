from django.conf import settings
from django.contrib import admin, messages
from django.db.models import TextField
from django.forms import ModelForm, Textarea
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from ..mode import NOTICE, OFF
from ..models import Policy, RegistryEntry

CODES = [code for code, _name in settings.LANGUAGES]


class RegistryAdmin(TranslationAdmin):
    """Cookies and storage keys. Whoever changes what readers must agree to learns that they will be asked again."""

    list_display = ["name", "keeping", "category", "whose", "kept_for", "languages_without"]
    list_display_links = ["name"]
    list_filter = ["category", "keeping"]
    search_fields = ["name", "provider"]
    search_help_text = _("Search names and providers")
    list_per_page = 50
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 3})}}
    fieldsets = [
        (None, {"fields": [("name", "keeping"), "category"]}),
        (_("Purpose"), {"fields": [tuple(get_translation_fields("purpose"))]}),
        (_("Whose it is"), {"fields": ["provider", "recipients", "lifetime"]}),
    ]

    @admin.display(description=_("provider"))
    def whose(self, entry: RegistryEntry) -> str:
        return entry.provider or gettext("our own")

    @admin.display(description=_("kept for"))
    def kept_for(self, entry: RegistryEntry) -> str:
        return entry.kept_for

    @admin.display(description=_("no purpose in"))
    def languages_without(self, entry: RegistryEntry) -> str:
        return (
            "" if entry.own else ", ".join(code for code in CODES if not getattr(entry, in_language("purpose", code)))
        )

    def get_readonly_fields(self, request: HttpRequest, obj: RegistryEntry | None = None) -> list[str]:
        """Let nobody change what our own code keeps; its purpose may be worded better."""
        facts = ["name", "keeping", "category", "provider", "recipients", "lifetime"] if obj and obj.own else []
        return [*super().get_readonly_fields(request, obj), *facts]

    def save_model(self, request: HttpRequest, obj: RegistryEntry, form: ModelForm, change: bool) -> None:
        before = Policy.objects.current().number
        super().save_model(request, obj, form, change)
        if Policy.objects.current().number != before:
            messages.warning(request, gettext("This is new to readers, so all of them are asked again."))
        if obj.needs_consent and settings.CONSENT_MODE in (OFF, NOTICE):
            warning = gettext("CONSENT_MODE=%(mode)s no longer holds: unset it, or the next migration stops.")
            messages.warning(request, warning % {"mode": settings.CONSENT_MODE})


class OwnStay:
    """A mixin before whatever grants rights: what our own code keeps can't be taken out of the registry."""

    def has_delete_permission(self, request: HttpRequest, obj: RegistryEntry | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.own)
