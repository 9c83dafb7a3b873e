"""What the bar, the notice, the prompt and the cookies page send."""

from collections.abc import Iterable

from django import forms
from django.conf import settings

from .gpc import accepted_at_once
from .models.proof import Choice
from .purposes import Purpose

SEEN = "seen"  # the notice was read, which is no consent


class ConsentForm(forms.Form):
    """A reader's answer: everything, nothing, or the purposes named by their letters.

    `policy` is the number of the policy the form was about; `gpc` is 1 when a script found the signal of a browser
    that sends no header for it.
    """

    choice = forms.ChoiceField(choices=[(choice, choice) for choice in (*Choice.values, SEEN)])
    policy = forms.IntegerField(required=False)
    gpc = forms.BooleanField(required=False)

    def grants(self, choosable: Iterable[Purpose], *, signalled: bool) -> set[str]:
        """Return the names of the purposes granted, of those that can be chosen."""
        choice = self.cleaned_data["choice"]
        if choice == Choice.ACCEPT:
            signalled = signalled or self.cleaned_data["gpc"]
            return {purpose.name for purpose in accepted_at_once(choosable, signalled=signalled)}
        return {purpose.name for purpose in choosable if choice == Choice.SAVE and self._names(purpose)}

    def _names(self, purpose: Purpose) -> bool:
        # Radio buttons need a name of their own for each purpose.
        return purpose.letter in self.data.getlist("c") or self.data.get(f"c-{purpose.letter}") == "yes"


class LanguageForm(forms.Form):
    """A reader's language, or the wish to stay with the one of the page."""

    language = forms.ChoiceField(choices=lambda: settings.LANGUAGES, required=False)
    stay = forms.BooleanField(required=False)

    def clean(self) -> None:
        if not any(self.cleaned_data.get(name) for name in ("language", "stay")):
            raise forms.ValidationError("neither")
