"""The forms of a story and of its parts, in columns."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID, uuid4

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import get_language_info

from .columns import Columns, language_of, own_name
from .findings import NOTHING_FOUND, Findings
from .refusing import explain
from .widgets import Knowing


@dataclass(frozen=True)
class Cell:
    """One text in one language, with what is to be said of it."""

    field: BoundField
    language: str
    problems: list[str]
    is_behind: bool
    is_missing: bool

    @property
    def language_name(self) -> str:
        return own_name(self.language)


@dataclass(frozen=True)
class Row:
    """One text, a cell per column."""

    name: str
    cells: list[Cell]

    @property
    def errors(self) -> list[str]:
        return [error for cell in self.cells for error in cell.field.errors]


class ColumnForm(forms.ModelForm):
    """A form with its translated texts in columns; what is not this person's to change is closed, sent or not."""

    IN_COLUMNS: tuple[str, ...] = ()
    columns: Columns
    findings: Findings = NOTHING_FOUND

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            language = self._language(name)
            field.disabled = not self.columns.opens(language)
            if language:
                self._speak(field, name, language)
            self._introduce(name, field)
            explain(field)

    def _language(self, name: str) -> str | None:
        known = {field.name: field for field in self._meta.model._meta.get_fields()}
        return language_of(known[name]) if name in known else None

    def _speak(self, field: forms.Field, name: str, language: str) -> None:
        original = self._meta.model._meta.get_field(name).translated_field
        field.widget.attrs |= {
            "lang": language,
            "dir": "rtl" if get_language_info(language)["bidi"] else "ltr",
            "spellcheck": "true",
            "aria-label": field.label,
        }
        field.widget.attrs.setdefault("placeholder", capfirst(original.verbose_name))

    def _introduce(self, name: str, field: forms.Field) -> None:
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, Knowing) and (thing := self.instance._state.fields_cache.get(name)):
            widget.known = [thing]

    @property
    def piece(self) -> str:
        """Return how desk/pieces.py calls what this form writes; empty for a story itself."""
        return ""

    @property
    def rows(self) -> list[Row]:
        return [self.row(name) for name in self.IN_COLUMNS]

    def row(self, name: str) -> Row:
        return Row(name, [self._cell(name, language) for language in self.columns.shown])

    def _cell(self, name: str, language: str) -> Cell:
        key = self._key(name)
        return Cell(
            field=self[f"{name}_{language}"],
            language=language,
            problems=self.findings.problems_at(key, language),
            is_behind=(key, language) in self.findings.behind,
            is_missing=(key, language) in self.findings.missing,
        )

    def _key(self, name: str) -> str:
        if not self.piece:
            return name
        return self.piece if name == "text" else f"{self.piece}:{name}"


class PartForm(ColumnForm):
    """The form of a part that has an id of its own in the story."""

    PART = ""
    returning: Mapping[str, Model] = MappingProxyType({})  # parts that somebody removed, by uid: they come back

    # Known before it is saved, so that a form sent twice makes no second part.
    uid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    stood_in = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        removed = self._removed(kwargs.get("data"), kwargs.get("prefix"))
        self.returns = removed is not None and not kwargs.get("instance")
        super().__init__(*args, **(kwargs | {"instance": removed} if self.returns else kwargs))
        self.fields["uid"].disabled = bool(self.instance.pk)
        self.fields["stood_in"].disabled = False
        self.initial["uid"] = self.instance.uid if self.instance.pk else None

    def _removed(self, data: Mapping[str, object] | None, prefix: str | None) -> Model | None:
        """Return the part that this form brings back, not saved, with the words of every language."""
        removed = self.returning.get(data.get(f"{prefix}-uid", "")) if data else None
        if not isinstance(removed, self._meta.model):
            return None
        removed = copy(removed)
        removed.pk, removed.uid, removed._state.adding = None, uuid4(), True
        return removed

    def has_changed(self) -> bool:
        """Tell whether there is anything to save; who adds no parts may write in one that somebody removed."""
        may_stand = self.instance.pk or self.returns or self.columns.arranges
        return bool(may_stand) and super().has_changed()

    def save(self, commit: bool = True) -> Model:
        self.take_uid()
        return super().save(commit)

    def take_uid(self) -> None:
        """Give a new part the uid that the form was sent with."""
        if not self.instance.pk and (uid := self._own_uid()):
            self.instance.uid = uid

    def _own_uid(self) -> UUID | None:
        """Return the uid that the form was sent with, unless a part of another story has it."""
        uid = self.cleaned_data.get("uid")
        taken = uid and self._meta.model._base_manager.filter(uid=uid).exists()
        return None if taken else uid

    @property
    def piece(self) -> str:
        return f"{self.PART}:{self.instance.uid}"

    @property
    def anchor(self) -> str:
        """Return the id of the part on the page; a part not saved yet has none."""
        return f"{self.PART}-{self.instance.uid}" if self.instance.pk else ""
