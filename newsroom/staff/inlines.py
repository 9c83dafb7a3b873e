from django.forms import BaseInlineFormSet, Form


class NamedCells(BaseInlineFormSet):
    """Rows of a table whose every field says its name: the head of a column names it for the eye alone."""

    def add_fields(self, form: Form, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs["aria-label"] = field.label
