"""What a field says of what it can't take: what is wrong and how to mend it, in the place of Django's own sentences."""

from django import forms
from django.utils.translation import gettext_lazy as _

DAMAGED = _("The page was sent damaged. Load it anew; what you typed is kept.")
GONE = _("What was chosen here is not there any more. Choose again.")
CHOICES = {
    "required": _("Nothing is chosen here yet. Choose one."),
    "invalid_choice": GONE,
    "invalid_list": GONE,
    "invalid_pk_value": GONE,
}
# By the code of what is wrong; of several that fit a field, the last has its say.
SENTENCES = (
    (
        forms.Field,
        {
            "required": _("Nothing is written here yet. Fill it in."),
            "max_length": _(
                "Too long: it has %(show_value)d characters and may have %(limit_value)d at most. Shorten it."
            ),
            "null_characters_not_allowed": _(
                "An invisible character came along with what was pasted, and can’t be saved. Delete the text and type "
                "it."
            ),
        },
    ),
    ((forms.ChoiceField, forms.ModelChoiceField), CHOICES),
    (
        forms.URLField,
        {"invalid": _("This is no address of a page. Copy all of it from the browser: it begins with https://.")},
    ),
    (
        forms.SlugField,
        {
            "invalid": _(
                "An address is made of Latin letters, digits and hyphens, without spaces. Change it, or leave it "
                "empty: then it is made from the headline."
            )
        },
    ),
    (forms.DateField, {"invalid": _("This is no date. Choose one, or write it like 2026-11-26.")}),
    (forms.DateTimeField, {"invalid": _("This is no moment. Choose one, or write it like 2026-11-26 18:00.")}),
    ((forms.UUIDField, forms.IntegerField), {"invalid": DAMAGED}),
)


def explain(field: forms.Field) -> None:
    """Let a field be filled beyond what it takes, and say then why not: cut by the browser, words are lost unseen."""
    field.widget.attrs.pop("maxlength", None)
    for kinds, sentences in SENTENCES:
        if isinstance(field, kinds):
            field.error_messages |= sentences
