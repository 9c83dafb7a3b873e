"""The words said to readers: an editor's own, else the shipped ones, each in its own language."""

import re
from collections.abc import Mapping

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from modeltranslation.utils import build_localized_fieldname as in_language

from .models import Place, Wording
from .purposes import PURPOSES

SHIPPED: Mapping[str, Promise] = {
    Place.ASK: _("We would also like to use:"),
    Place.PROMISE: _("None of this is on until you accept."),
    Place.AGAIN: _("We ask you again, because this is new since you answered:"),
    Place.ACCEPT: _("Accept all"),
    Place.REJECT: _("Reject all"),
    Place.CHOOSE: _("Choose"),
    Place.EXPLAIN: _("What this means"),
    Place.SAVED: _("Your choice is saved. Change it at any time under “Cookie settings” at the foot of the page."),
    Place.NOTICE: _(
        "This site uses only the cookies it needs to work, and sets none before you press or choose something."
    ),
    Place.NOTICE_SEEN: _("OK"),
    Place.UNDECIDED: _("You have not chosen yet."),
    Place.YES: _("Yes"),
    Place.NO: _("No"),
    Place.SAVE: _("Save"),
    Place.HIDE: _("Hide"),
    Place.NOTHING: _("This site uses only what it needs to work, so there is nothing to choose."),
    Place.KEPT: _("What this site keeps on your device"),
    Place.KEPT_MEANS: _(
        "What is necessary needs no consent. What is kept for readers is kept only when you press a button or choose "
        "a language, and identifies nobody."
    ),
    Place.OFFER: pgettext_lazy("name your own language instead of English", "This page is also in English."),
    Place.OLDER: pgettext_lazy(
        "name your own language instead of English", "The English version is older: this page has changed since."
    ),
    Place.SWITCH: pgettext_lazy("name your own language instead of English", "Read in English"),
    Place.STAY: _("Stay here"),
    Place.STAYED: _("You stay with this language. The others are always at the head of the page."),
} | {
    place: text
    for purpose in PURPOSES
    for place, text in ((purpose.name, purpose.title), (f"{purpose.name}_mean", purpose.description))
}


# What many sites write, and the page this project began with. Editors may choose it for the notice, and are warned.
BY_STAYING = _(
    "By staying online, you consent to the use of cookie files, which help us make your stay here even better."
)
# Words for consent in the languages of the site, at their stems.
CLAIM = re.compile(r"consent|agree|згод|згідн|погодж|zgod|zgadz|akcept", re.IGNORECASE)


def shipped(place: str, language: str) -> str:
    with override(language):
        return str(SHIPPED[place])


def words_in(language: str) -> dict[str, str]:
    """Return the words of every place in a language, by one query."""
    [words] = words_in_each(language)
    return words


def words_in_each(*languages: str) -> list[dict[str, str]]:
    """Return the words of every place in each of these languages, by one query."""
    columns = [in_language("text", language) for language in languages]
    own = {row["place"]: row for row in Wording.objects.values("place", *columns)}
    return [
        {place: own.get(place, {}).get(column) or shipped(place, language) for place in Place.values}
        for language, column in zip(languages, columns, strict=True)
    ]


def is_worded(language: str, words: Mapping[str, str]) -> bool:
    """Tell whether the offer of a language is in that language: untranslated it would be in the site's own."""
    return language == settings.LANGUAGE_CODE or words[Place.OFFER] != shipped(Place.OFFER, settings.LANGUAGE_CODE)


def claiming_notice(language: str) -> str:
    with override(language):
        return str(BY_STAYING)


def claims_consent(notice: str) -> bool:
    """Tell whether a notice takes reading on for consent, which it is not."""
    return bool(CLAIM.search(notice))
