"""What a reader may allow beyond what the site needs to work."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Purpose:
    """Something readers are asked about: its name, its letter in the cookie, how it is called unless reworded."""

    name: str
    letter: str
    title: Promise
    description: Promise


PREFERENCES = Purpose(
    "preferences",
    "f",
    _("remembered preferences"),
    _("The site remembers how you like to read, for example how large the letters are."),
)
ANALYTICS = Purpose(
    "analytics",
    "a",
    _("visit statistics"),
    _("We count which pages are read and how readers come to them."),
)
EMBEDS = Purpose(
    "embeds",
    "e",
    _("films and posts from other sites"),
    _(
        "They open inside our pages. The site they come from learns your internet address "
        "and may set cookies of its own."
    ),
)
MARKETING = Purpose(
    "marketing",
    "m",
    _("advertising"),
    _("Advertisers learn whether you saw an advertisement and may recognise you on other sites."),
)
PURPOSES = (PREFERENCES, ANALYTICS, EMBEDS, MARKETING)
BY_NAME = {purpose.name: purpose for purpose in PURPOSES}
