"""The registry: whatever this site, or a site inside its pages, keeps on a reader's device."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as in_language

from ..purposes import ANALYTICS, PURPOSES

NECESSARY = "necessary"
# CNIL, exemption for audience measurement: thirteen months at most.
LONGEST_EXEMPT_DAYS = 395
LONGEST_DAYS = 3650
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}", re.ASCII)
FACTS = ("category", "keeping", "name", "provider", "recipients", "lifetime")

# The site's own: what they are for, unless an editor says it better.
OWN_PURPOSES = {
    "consent": _("Remembers what you accepted or rejected."),
    "notice": _("Remembers that you have read our notice on cookies."),
    "lang": _("Remembers the language you chose."),
    "lang-prompt": _("Remembers that you stayed in a page’s own language."),
    "session": _("Keeps our staff signed in; readers never get it."),
    "csrf": _("Guards the forms of our staff; readers never get it."),
    "desk": _("Shows our staff pages as they are made this moment; readers never get it."),
    "unsaved:*": _("Keeps what our staff typed while there is no connection; readers never get it."),
    "theme": _("Remembers whether our staff want the desk light or dark; readers never get it."),
    "ContentEditor:*": _("Remembers whether our staff folded the blocks of a story; readers never get it."),
    "django.admin.filtersState": _("Remembers which filters of a list our staff opened; readers never get it."),
}


# What something is kept for: the necessary needs no consent, each purpose one of its own.
CATEGORIES = [(NECESSARY, _("necessary")), *((purpose.name, purpose.title) for purpose in PURPOSES)]
KNOWN_CATEGORIES = [name for name, _title in CATEGORIES]


class Keeping(models.TextChoices):
    """How something is kept on a device; a frame is another site's, which keeps what it likes."""

    COOKIE = "cookie", _("cookie")
    LOCAL = "local", _("local storage")
    SESSION = "session", _("session storage")
    DATABASE = "indexeddb", _("IndexedDB")
    FRAME = "frame", _("page of another site")


UNTIL_CLOSED = _("until you close the browser")
UNTIL = {
    Keeping.LOCAL: _("until you delete it in your browser"),
    Keeping.DATABASE: _("until you delete it in your browser"),
    Keeping.FRAME: _("as long as that site decides"),
}


class RegistryQuerySet(models.QuerySet):
    """Change entries one by one: a change in bulk tells nobody, so the policy could not follow it."""

    def asked_for(self) -> list["RegistryEntry"]:
        """Return what readers must be asked about; only its facts are read."""
        return [entry for entry in self.exclude(category=NECESSARY).only(*FACTS) if entry.needs_consent]


class RegistryEntry(models.Model):
    """A cookie or storage key that readers are told of: whose it is, what it is for, how long it stays."""

    name = models.CharField(
        _("name"),
        max_length=100,
        validators=[RegexValidator(r"\A[!-~]+\Z", _("Letters, digits and signs of ASCII, without spaces."))],
        help_text=_("As browsers show it. A star stands for any letters: _ga_*. Of a page of another site: its host."),
    )
    keeping = models.CharField(_("kept as"), max_length=10, choices=Keeping, default=Keeping.COOKIE)
    category = models.CharField(
        pgettext_lazy("of a cookie", "category"), max_length=12, choices=CATEGORIES, default=NECESSARY
    )
    provider = models.CharField(
        _("provider"), max_length=120, blank=True, help_text=_("Whose it is. Empty: this newspaper’s own.")
    )
    recipients = models.CharField(
        _("who else receives data"), max_length=200, blank=True, help_text=_("Names, separated by commas.")
    )
    purpose = models.TextField(
        _("purpose"), max_length=400, blank=True, help_text=_("One plain sentence: what it is for.")
    )
    lifetime = models.PositiveSmallIntegerField(
        _("kept for, in days"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LONGEST_DAYS)],
        help_text=_("Empty: until the browser is closed, or what is stored is deleted."),
    )
    own = models.BooleanField(default=False, editable=False)

    objects = RegistryQuerySet.as_manager()

    class Meta:
        verbose_name = _("cookie or storage key")
        verbose_name_plural = _("cookies and storage keys")
        ordering = ["-own", "category", "provider", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "keeping", "provider"],
                name="one_registry_entry_each",
                violation_error_message=_("This is registered already, with the same provider."),
            ),
            models.CheckConstraint(condition=Q(category__in=KNOWN_CATEGORIES), name="registry_category_is_known"),
            models.CheckConstraint(condition=Q(keeping__in=Keeping.values), name="registry_keeping_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.provider}" if self.provider else self.name

    def clean(self) -> None:
        """Refuse what would tell readers too little, or what is not so."""
        problems = {}
        if self.keeping == Keeping.FRAME and self.category == NECESSARY:
            problems["category"] = gettext("A page of another site is never necessary. Choose another.")
        if self.keeping == Keeping.FRAME and not HOST.fullmatch(self.name):
            problems["name"] = gettext("Write the host alone, like player.example.org, without https:// and path.")
        if self.keeping == Keeping.FRAME and not self.provider:
            problems["provider"] = gettext("A page of another site is somebody’s. Write whose.")
        if not self.own and not any(self.purposes_written):
            problems[in_language("purpose", settings.LANGUAGE_CODE)] = gettext(
                "Readers have to be told what it is for. Write it in one language at least."
            )
        if not self.own and self.category != NECESSARY and any(self.matches(name) for name in OWN_PURPOSES):
            problems["name"] = gettext("This name stands for a cookie of our own as well. Choose a narrower one.")
        if problems:
            raise ValidationError(problems)

    @property
    def purposes_written(self) -> list[str]:
        return [getattr(self, in_language("purpose", code)) or "" for code, _name in settings.LANGUAGES]

    @property
    def is_ours(self) -> bool:
        return not self.provider

    @property
    def needs_consent(self) -> bool:
        """Tell whether readers must be asked; a measurement that keeps the exemption's terms may be let off."""
        return self.category != NECESSARY and not self.is_exempt

    @property
    def is_exempt(self) -> bool:
        if not settings.CONSENT_ANALYTICS_EXEMPT or self.category != ANALYTICS.name:
            return False
        kept_long = self.lifetime is None and self.keeping not in (Keeping.COOKIE, Keeping.SESSION)
        short = not kept_long and (self.lifetime or 0) <= LONGEST_EXEMPT_DAYS
        return short and self.is_ours and not self.recipients and self.keeping != Keeping.FRAME

    @property
    def fact(self) -> dict[str, object]:
        """Return what a reader agrees to: a change of wording leaves it as it is, anything else does not."""
        return {key: getattr(self, key) for key in FACTS}

    @property
    def purpose_shown(self) -> tuple[str | Promise, str]:
        """Return the purpose and its language: the active one, else the site's, else any there is."""
        here = get_language() or settings.LANGUAGE_CODE
        for language in (here, settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)):
            if text := getattr(self, in_language("purpose", language)):
                return text, language
            if self.own and language == here:
                return OWN_PURPOSES.get(self.name, ""), here
        return "", here

    @property
    def kept_for(self) -> str:
        if self.lifetime is None:
            return str(UNTIL.get(self.keeping, UNTIL_CLOSED))
        return ngettext("%(days)d day", "%(days)d days", self.lifetime) % {"days": self.lifetime}

    def matches(self, name: str) -> bool:
        """Tell whether a name is meant; a star stands for any letters, every other sign for itself."""
        return bool(re.fullmatch(".*".join(map(re.escape, self.name.split("*"))), name))
