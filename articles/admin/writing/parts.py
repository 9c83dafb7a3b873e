"""The parts of a story as formsets, and the plain ones: points of attention and cited sources."""

import json

from django import forms
from django.contrib.admin import StackedInline
from django.contrib.admin.options import BaseModelAdmin
from django.db.models import Field, Max, QuerySet, URLField
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationInlineModelAdmin

from newsroom.staff.roles import Right

from ...models import Article, Citation, Point
from .columns import columns_of
from .forms import PartForm
from .meeting import returning_in
from .refusing import DAMAGED
from .widgets import OneLine, Picker, PickerOfMany


class Picking(BaseModelAdmin):
    """An admin whose foreign keys are picked by our pickers, with a way to add what is not there yet."""

    pick_help: dict[str, str] = {}
    formfield_overrides = {URLField: {"widget": forms.URLInput, "assume_scheme": "https"}}

    def formfield_for_foreignkey(self, db_field: Field, request: HttpRequest, **kwargs: object) -> forms.Field | None:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = Picker(db_field, self.admin_site)
            kwargs["widget"].placeholder = self.pick_help.get(db_field.name, "")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Field, request: HttpRequest, **kwargs: object) -> forms.Field | None:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = PickerOfMany(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: object) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(field, "widget") and hasattr(field.widget, "can_change_related"):
            field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
        return field


class PartFormSet(BaseInlineFormSet):
    """Rows of one kind under a prefix of their own; a new row comes last."""

    PREFIX = ""
    default_error_messages = {"missing_management_form": DAMAGED}

    @classmethod
    def get_default_prefix(cls) -> str:
        return cls.PREFIX

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Let whoever removes no parts leave one removed that somebody else has removed."""
        super().add_fields(form, index)
        if form.returns and not self.can_delete:
            form.fields[DELETION_FIELD_NAME] = forms.BooleanField(required=False)

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> object:
        self.put_last(form)
        return super().save_new(form, commit)

    def put_last(self, form: forms.ModelForm) -> None:
        """Give a new row its place, if it has none of its own."""
        if "ordering" not in form.fields and not form.returns:
            last = self.model.objects.filter(article=self.instance).aggregate(last=Max("ordering"))["last"]
            form.instance.ordering = (last or 0) + 1


class StoryPart(Picking, StackedInline):
    """A part of a story. All see and open it; only who arranges the story adds and removes."""

    extra = 0
    formset = PartFormSet
    prefix = ""
    add_label = ""
    shared_fields: tuple[str, ...] = ()
    translated_fields: tuple[str, ...] = ()

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return True

    has_change_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest, obj: Article | None) -> bool:
        return request.user.may(Right.WRITE, obj and obj.original_language)

    has_delete_permission = has_add_permission

    @property
    def formset_options(self) -> str:
        """Return what Django's script for formsets asks for, as JSON."""
        options = {"prefix": self.prefix, "addText": str(self.add_label), "deleteText": gettext("Remove")}
        return json.dumps({"name": f"#{self.prefix}", "options": options})

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> list[tuple]:
        names = columns_of(request, obj).names(*self.translated_fields)
        return [(None, {"fields": [*names, *self.shared_fields]})]

    def get_formset(self, request: HttpRequest, obj: Article | None = None, **kwargs: object) -> type[PartFormSet]:
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.columns = columns_of(request, obj)
        formset.form.returning = returning_in(request)
        # In the place of Django's, which knows nothing of parts that come back.
        formset.form.has_changed = self.form.has_changed
        formset.PREFIX = self.prefix
        return formset


class PointForm(PartForm):
    PART = "point"
    IN_COLUMNS = ("text",)

    class Meta:
        widgets = {"text": OneLine}


class PointInline(StoryPart, TranslationInlineModelAdmin):
    model = Point
    form = PointForm
    prefix = "points"
    add_label = _("Add a point")
    translated_fields = ("text",)
    template = "admin/articles/article/writing/points.html"


class CitationForm(PartForm):
    PART = "citation"

    def has_changed(self) -> bool:
        """Take a new row in which nothing is written for none: its uid alone asks for no source."""
        return super().has_changed() and set(self.changed_data) != {"uid"}


class CitationInline(StoryPart):
    model = Citation
    form = CitationForm
    prefix = "citations"
    add_label = _("Add a source")
    shared_fields = ("source", "title", "url")
    autocomplete_fields = ("source",)
    template = "admin/articles/article/writing/citations.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).select_related("source")
