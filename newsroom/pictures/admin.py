"""The picture library in the admin; the content adds who may change it and registers it."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import ImageField, QuerySet, URLField
from django.forms.widgets import Script
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import get_translation_fields

from .models import Picture, Rendition

SHOWN = 640  # pixels wide


class PictureInput(forms.FileInput):
    """A file field beside the picture: the kept one as readers get it, or by a script the one just chosen."""

    template_name = "pictures/input.html"

    class Media:
        js = [Script("desk/preview.js", type="module")]

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        picture = getattr(value, "instance", None)
        return context | {"shown": fitting(picture, SHOWN) if picture and picture.pk else None}


class PictureAdmin(TranslationAdmin):
    """Upload, describe, credit. A picture is shown to editors as readers get it."""

    list_display = ["thumbnail", "title", "credit", "size", "described"]
    list_display_links = ["title"]
    readonly_fields = ["shown"]
    list_per_page = 40
    search_fields = ["title", *get_translation_fields("credit")]
    search_help_text = _("Search titles and credits")
    formfield_overrides = {ImageField: {"widget": PictureInput}, URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["original", "title"]}),
        (_("Alternative text"), {"fields": [tuple(get_translation_fields("alt")), "decorative"]}),
        (_("Credit"), {"fields": [tuple(get_translation_fields("credit")), "source_url"]}),
        (_("What must stay visible when it is cropped"), {"fields": [("focal_x", "focal_y")]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("renditions")

    @admin.display(description=_("picture"))
    def thumbnail(self, picture: Picture) -> SafeString | str:
        return _image(fitting(picture, 320), "thumbnail")

    @admin.display(description=_("picture"))
    def shown(self, picture: Picture) -> SafeString | str:
        """Show the picture to whoever may not replace its file."""
        return _image(fitting(picture, SHOWN), "shown")

    @admin.display(description=_("pixels"))
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}"

    @admin.display(description=_("described in"))
    def described(self, picture: Picture) -> str:
        if picture.decorative:
            return str(_("decorative"))
        return ", ".join(code for code, _name in settings.LANGUAGES if getattr(picture, f"alt_{code}"))


def fitting(picture: Picture, width: int) -> Rendition | None:
    """Return the smallest rendition at least this wide, in pixels, else the widest there is."""
    renditions = list(picture.renditions.all())
    wide_enough = [each for each in renditions if each.width >= width]
    return next(iter(wide_enough or renditions[::-1]), None)


def _image(rendition: Rendition | None, name: str) -> SafeString | str:
    return format_html('<img class="{}" src="{}" alt="">', name, rendition.file.url) if rendition else "—"
