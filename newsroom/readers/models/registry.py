"""The registry: whatever this site, or a site inside its pages, keeps on a reader's device."""

from fnmatch import fnmatchcase

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as in_language

from ..purposes import ANALYTICS, PURPOSES

NECESSARY = "necessary"
# CNIL, exemption for audience measurement: thirteen months at most.
LONGEST_EXEMPT_DAYS = 395

# The site's own: what they are for, unless an editor says it better.
OWN = {
    "consent": _("Remembers what you accepted or rejected."),
    "notice": _("Remembers that you have read our notice on cookies."),
    "lang": _("Remembers the language you chose."),
    "lang-prompt": _("Remembers that you stayed in a page’s own language."),
    "session": _("Keeps our staff signed in; readers never get it."),
    "csrf": _("Guards the forms of our staff; readers never get it."),
    "theme": _("Remembers whether our staff want the desk light or dark; readers never get it."),
    "ContentEditor:*": _("Remembers whether our staff folded the blocks of a story; readers never get it."),
    "django.admin.filtersState": _("Remembers which filters of a list our staff opened; readers never get it."),
}


# What something is kept for: the necessary needs no consent, each purpose one of its own.
CATEGORIES = [(NECESSARY, _("necessary")), *((purpose.name, purpose.title) for purpose in PURPOSES)]


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
    def asked_for(self) -> list["RegistryEntry"]:
        """Return what readers must be asked about."""
        return [entry for entry in self.exclude(category=NECESSARY) if entry.needs_consent]


class RegistryEntry(models.Model):
    """A cookie or storage key that readers are told of: whose it is, what it is for, how long it stays."""

    name = models.CharField(
        _("name"),
        max_length=100,
        validators=[RegexValidator(r"\A[!-~]+\Z", _("Letters, digits and signs of ASCII, without spaces."))],
        help_text=_("As browsers show it. A star stands for any letters: _ga_*. Of a page of another site: its host."),
    )
    keeping = models.CharField(_("kept as"), max_length=10, choices=Keeping, default=Keeping.COOKIE)
    category = models.CharField(_("category"), max_length=12, choices=CATEGORIES, default=NECESSARY)
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
            models.CheckConstraint(condition=Q(category__in=dict(CATEGORIES)), name="registry_category_is_known"),
            models.CheckConstraint(condition=Q(keeping__in=Keeping.values), name="registry_keeping_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.provider}" if self.provider else self.name

    def clean(self) -> None:
        if self.keeping == Keeping.FRAME and self.category == NECESSARY:
            raise ValidationError({"category": gettext("A page of another site is never necessary. Choose another.")})

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
        return self.is_ours and not self.recipients and (self.lifetime or 0) <= LONGEST_EXEMPT_DAYS

    @property
    def fact(self) -> dict[str, object]:
        """Return what a reader agrees to: a change of wording leaves it as it is, anything else does not."""
        return {key: getattr(self, key) for key in ("category", "name", "provider", "recipients", "lifetime")}

    @property
    def purpose_shown(self) -> tuple[str | Promise, str]:
        """Return the purpose and its language: the active one, else the site's, else any there is."""
        here = get_language() or settings.LANGUAGE_CODE
        for language in (here, settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)):
            if text := getattr(self, in_language("purpose", language)):
                return text, language
            if self.own and language == here:
                return OWN[self.name], here
        return "", here

    @property
    def kept_for(self) -> str:
        if self.lifetime is None:
            return str(UNTIL.get(self.keeping, UNTIL_CLOSED))
        return ngettext("%(days)d day", "%(days)d days", self.lifetime) % {"days": self.lifetime}

    def matches(self, name: str) -> bool:
        return fnmatchcase(name, self.name)
