"""What is typed into and picked from."""

from typing import Self

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple, get_select2_language
from django.db.models import Model
from django_prose_editor.widgets import ProseEditorWidget, importmap
from js_asset import Media, Script


class OneLine(forms.Textarea):
    """A text of one paragraph that wraps and grows instead of scrolling sideways."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"rows": 1, "data-one-line": "", "data-grow": ""} | (attrs or {}))


class Growing(forms.Textarea):
    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"rows": 2, "data-grow": ""} | (attrs or {}))


class Prose(ProseEditorWidget):
    """The prose editor, started by our own script, because the stock one injects a style that the policy refuses."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs, preset="desk")

    @property
    def media(self) -> Media:
        return Media(
            importmap=importmap,
            css={"all": ["django_prose_editor/material-icons.css", "django_prose_editor/editor.css"]},
            js=[Script("desk/js/prose.js", type="module")],
        )


class Moment(forms.DateTimeInput):
    """A date with a time, in the browser's own picker."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"type": "datetime-local"} | (attrs or {}), format="%Y-%m-%dT%H:%M")


class Day(forms.DateInput):
    """A date, in the browser's own picker."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"type": "date"} | (attrs or {}), format="%Y-%m-%d")


class Knowing:
    """An autocomplete that asks the database nothing for what is picked already; it keeps the order of the picks."""

    known: list[Model] = ()
    placeholder: str = ""

    def build_attrs(self, *args: object, **kwargs: object) -> dict:
        return super().build_attrs(*args, **kwargs) | {"data-placeholder": self.placeholder}

    def optgroups(self, name: str, value: list[str], attr: dict | None = None) -> list[tuple]:
        labels = {str(each.pk): str(each) for each in self.known}
        if not set(filter(None, map(str, value))) <= labels.keys():
            return self._in_order(super().optgroups(name, value, attr), value)
        picked = [(key, labels[key]) for key in map(str, value) if key]
        picked = picked if self.is_required or self.allow_multiple_selected else [("", ""), *picked]
        options = [self.create_option(name, key, label, bool(key), at) for at, (key, label) in enumerate(picked)]
        return [(None, options, 0)]

    def _in_order(self, groups: list[tuple], value: list[str]) -> list[tuple]:
        places = {str(key): place for place, key in enumerate(value)}
        for _label, options, _index in groups:
            options.sort(key=lambda option: places.get(str(option["value"]), -1))
        return groups


class Picker(Knowing, AutocompleteSelect):
    """Picks one thing by typing some letters of its name."""


class PickerOfMany(Knowing, AutocompleteSelectMultiple):
    """Picks several things, in order."""

    def __deepcopy__(self, memo: dict) -> Self:
        """Speak the language of whoever opens a form; the field itself is made once for all of them."""
        own = super().__deepcopy__(memo)
        own.i18n_name = get_select2_language()
        return own
