"""The registry of cookies, the words to readers and the proof, in the admin; the content says who may change them."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Sum
from django.forms import ModelForm, Textarea
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from .languages import direction
from .models import Place, Policy, PolicyText, RegistryEntry, Wording
from .proof import proof_of
from .words import claiming_notice, claims_consent, shipped

CODES = [code for code, _name in settings.LANGUAGES]


class RegistryAdmin(TranslationAdmin):
    """Cookies and storage keys. Whoever changes what readers must agree to learns that they will be asked again."""

    list_display = ["name", "keeping", "category", "whose", "kept_for", "languages_without"]
    list_display_links = ["name"]
    list_filter = ["category", "keeping"]
    search_fields = ["name", "provider"]
    search_help_text = _("Search names and providers")
    list_per_page = 50
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

    def has_delete_permission(self, request: HttpRequest, obj: RegistryEntry | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.own)

    def save_model(self, request: HttpRequest, obj: RegistryEntry, form: ModelForm, change: bool) -> None:
        before = Policy.objects.current().number
        super().save_model(request, obj, form, change)
        if Policy.objects.current().number != before:
            messages.warning(request, gettext("This is new to readers, so all of them are asked again."))


class WordingAdmin(TranslationAdmin):
    """Words to readers: an empty field means the shipped words, which stand in it as a hint."""

    list_display = ["__str__", "now", "own_in"]
    list_per_page = 100
    fieldsets = [(None, {"fields": get_translation_fields("text")})]

    @admin.display(description=_("words"))
    def now(self, wording: Wording) -> str:
        language = settings.LANGUAGE_CODE
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

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Wording | None = None) -> bool:
        return False

    def _is_notice(self, wording: Wording | None) -> bool:
        return wording is not None and wording.place == Place.NOTICE


class PolicyAdmin(admin.ModelAdmin):
    """What was asked when, how often it was answered how, and the proof to take away. Nothing here can be changed."""

    list_display = ["number", "since", "asks_for", "answers", "proof"]
    fields = ["number", "since", "asks_for", "answers", "texts", "proof"]
    readonly_fields = fields

    @admin.display(description=_("asks for"))
    def asks_for(self, policy: Policy) -> str:
        return ", ".join(str(purpose.title) for purpose in policy.purposes) or gettext("nothing")

    @admin.display(description=_("answers"))
    def answers(self, policy: Policy) -> int:
        return policy.texts.aggregate(sum=Sum("tallies__count"))["sum"] or 0

    @admin.display(description=_("texts shown"))
    def texts(self, policy: Policy) -> SafeString:
        rows = policy.texts.defer("content")
        return format_html_join("", "<p>{} · {} · {} · <code>{}</code></p>", (text_row(text) for text in rows))

    @admin.display(description=_("proof"))
    def proof(self, policy: Policy) -> SafeString:
        address = reverse(f"{self.admin_site.name}:readers_policy_proof", args=[policy.pk])
        return format_html('<a href="{}">{}</a>', address, gettext("Download as JSON"))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.download)
        return [path("<int:pk>/proof/", view, name="readers_policy_proof"), *super().get_urls()]

    def download(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        policy = get_object_or_404(Policy, pk=pk)
        disposition = {"Content-Disposition": f'attachment; filename="consent-policy-{policy.number}.json"'}
        return JsonResponse(
            proof_of(policy), headers=disposition, json_dumps_params={"ensure_ascii": False, "indent": 2}
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("texts")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Policy | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Policy | None = None) -> bool:
        return False


def text_row(text: PolicyText) -> tuple[object, ...]:
    return text.get_language_display(), text.version, text.since, text.sha256


def no_consent() -> str:
    return gettext(
        "Whoever reads on has agreed to nothing (EDPB guidelines 05/2020, CJEU C-673/17). This site takes no such "
        "sentence for consent: it is shown only while nothing needs consent, and then says what is not so."
    )
