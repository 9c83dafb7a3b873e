from django.contrib import admin
from django.db.models import Field, QuerySet, URLField
from django.forms import Field as FormField
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from newsroom.editorial.rights import ByRights
from newsroom.staff.inlines import NamedCells

from ..models import Alias, Author, Identity, Office, Source, Speaker
from .merging import Merging, PossibleDuplicates
from .naming import NamedAdmin, side_by_side
from .wording import WordedByTranslators


class OfficeInline(WordedByTranslators, TranslationStackedInline):
    model = Office
    wording = ("title",)
    extra = 0
    fieldsets = [(None, {"fields": [side_by_side("title"), ("since", "until")]})]


class AliasInline(ByRights, admin.TabularInline):
    model = Alias
    formset = NamedCells
    rights = NamedAdmin.rights
    extra = 0


class IdentityInline(ByRights, admin.TabularInline):
    model = Identity
    formset = NamedCells
    rights = NamedAdmin.rights
    extra = 0
    formfield_overrides = {URLField: {"assume_scheme": "https"}}


@admin.register(Speaker)
class SpeakerAdmin(Merging, NamedAdmin):
    list_display = ["shown", "office_today", "languages_without"]
    list_filter = [PossibleDuplicates]
    search_fields = [*NamedAdmin.search_fields, "aliases__folded"]
    search_help_text = _("Search names and aliases in every language")
    autocomplete_fields = ["portrait"]
    fieldsets = [
        (None, {"fields": [side_by_side("name"), "portrait"]}),
        (_("Address and identity"), {"fields": [side_by_side("slug"), "wikidata"]}),
    ]
    inlines = [OfficeInline, AliasInline, IdentityInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("offices")

    def formfield_for_foreignkey(self, db_field: Field, request: HttpRequest, **kwargs: object) -> FormField:
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.widget.attrs["title"] = field.label  # all that the picker's script takes over as its name
        return field

    @admin.display(description=_("office today"))
    def office_today(self, speaker: Speaker) -> str:
        return str(speaker.office_on(timezone.localdate()) or "")


@admin.register(Author)
class AuthorAdmin(Merging, NamedAdmin):
    wording = ("name", "biography")
    list_display = ["shown", "person", "stories", "languages_without"]
    list_select_related = ["person"]
    fieldsets = [
        (None, {"fields": [side_by_side("name"), side_by_side("biography"), "person"]}),
        (_("Address"), {"fields": [side_by_side("slug")]}),
    ]

    @admin.display(description=_("stories"))
    def stories(self, author: Author) -> SafeString:
        address = reverse(f"{self.admin_site.name}:articles_article_changelist")
        return format_html('<a href="{}?author={}">{}</a>', address, author.pk, gettext("show"))


@admin.register(Source)
class SourceAdmin(Merging, NamedAdmin):
    list_display = ["shown", "url", "languages_without"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": [side_by_side("name"), "url"]}),
        (_("Address of its page"), {"fields": [side_by_side("slug")]}),
    ]
