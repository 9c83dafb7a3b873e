"""Blocks as formsets, one for each kind, for content-editor to mix."""

from content_editor.admin import ContentEditorInline
from django import forms
from django.conf import settings
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationInlineModelAdmin

from ...desk.pieces import CODES
from ...models import Article, Block, Office
from .converting import as_kind
from .forms import PartForm
from .parts import StoryPart
from .widgets import Day, OneLine, Prose


class BlockForm(PartForm):
    PART = "block"
    IN_COLUMNS = ("text",)

    # The block of another kind that this one takes the place of.
    came_from = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object] | None:
        """Bring along the words that this form doesn't show, or that are not this person's, before their block goes."""
        cleaned = super().clean()
        uid = self.cleaned_data.get("came_from")
        old = uid and not self.instance.pk and Block.objects.filter(uid=uid, parent=self.instance.parent_id).first()
        if old:
            self._bring_along(old)
        return cleaned

    def _bring_along(self, old: Block) -> None:
        kind = self._meta.model.KIND
        for code in CODES:
            if code not in self.columns.shown or not self.columns.opens(code):
                text = as_kind(old.text_in(code), old.kind, kind)
                setattr(self.instance, f"text_{code}", text)
                self.cleaned_data[f"text_{code}"] = text

    @property
    def absent_from(self) -> str:
        """Name the languages that do without this block."""
        left_out = self["left_out"].value() or ()
        return ", ".join(str(name) for code, name in settings.LANGUAGES if code in left_out)


class QuoteForm(BlockForm):
    """A quote. What is asked less often is folded; `summary` says what is in there."""

    IN_COLUMNS = ("text", "attribution")
    MORE = ("said_on", "source", "original_language", "original_words")

    class Meta:
        widgets = {"original_words": OneLine, "said_on": Day}

    @property
    def office(self) -> Office | None:
        """Return the office that readers will see under the quote."""
        speaker = self.instance.speaker
        return speaker.office_on(self.instance.said_on or timezone.localdate()) if speaker else None

    @property
    def has_errors_folded(self) -> bool:
        return any(self[name].errors for name in self.MORE) or bool(self.row("attribution").errors)

    @property
    def summary(self) -> str:
        said_on, said_to = self.instance.said_on, self.instance.source
        attributions = (cell.field.value() for cell in self.row("attribution").cells)
        return " · ".join(filter(None, [*attributions, said_on and date_format(said_on), said_to and str(said_to)]))

    @property
    def attribution_help(self) -> str:
        return self._meta.model._meta.get_field("attribution").help_text


class BlockInline(StoryPart, TranslationInlineModelAdmin, ContentEditorInline):
    """One kind of block. `text_help` says what to write, `above` and `body` the templates around the text."""

    form = BlockForm
    add_label = _("Add a block")
    translated_fields = ("text",)
    template = "admin/articles/article/writing/blocks.html"
    text_widget: type[forms.Widget] = Prose
    text_help = ""
    above = ""
    body = ""
    related: tuple[str, ...] = ()

    @property
    def button(self) -> str:
        """Return the icon of the kind, which is a word to a screen reader unless hidden from it."""
        return f'<span class="material-icons" aria-hidden="true">{self.icon}</span>'

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related(*self.autocomplete_fields).prefetch_related(*self.related)

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> list[tuple]:
        [(name, options)] = super().get_fieldsets(request, obj)
        return [(name, {"fields": [*options["fields"], "left_out", "region", "ordering"]})]

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: object) -> forms.Field | None:
        if db_field.name == "left_out":
            return _left_out(db_field)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        original = getattr(db_field, "translated_field", db_field)
        if original.name == "text":
            field.widget = self.text_widget({"placeholder": self.text_help} if self.text_help else None)
            field.widget.config = original.config
        return field


def _left_out(db_field: Field) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=settings.LANGUAGES,
        required=False,
        label=gettext("Left out of"),
        help_text=db_field.help_text,
        widget=forms.CheckboxSelectMultiple,
    )
