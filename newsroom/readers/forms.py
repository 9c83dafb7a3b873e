"""What the bar, the prompt and the cookies page send."""

from django import forms
from django.conf import settings

from .consent import registered


class ConsentForm(forms.Form):
    """A reader's answer: everything, nothing, or the purposes named by their letters."""

    choice = forms.ChoiceField(choices=[(choice, choice) for choice in ("accept", "reject", "save")])

    def grants(self) -> set[str]:
        """Return the names of the purposes granted, registered ones only."""
        choice = self.cleaned_data["choice"]
        letters = set(self.data.getlist("c"))
        return {
            purpose.name
            for purpose in registered()
            # Radio buttons need a name of their own for each purpose.
            if choice == "accept"
            or (choice == "save" and (purpose.letter in letters or self.data.get(f"c-{purpose.letter}") == "yes"))
        }


class LanguageForm(forms.Form):
    """A reader's language, or the wish to stay with the one of the page."""

    language = forms.ChoiceField(choices=lambda: settings.LANGUAGES, required=False)
    stay = forms.BooleanField(required=False)

    def clean(self) -> None:
        if not any(self.cleaned_data.get(name) for name in ("language", "stay")):
            raise forms.ValidationError("neither")
