import re
from datetime import date

from django.conf import settings
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.pagecache.querysets import PurgingQuerySet
from newsroom.pictures.models import Picture

from ..alphabets import folded
from ..paths import path_of
from ..shown import shows
from .addresses import FormerSlug
from .naming import LONGEST, Named, one_slug_per_language
from .translated import borrowed

WIKIDATA_ID = re.compile(r"\AQ[1-9][0-9]*\Z")


class Speaker(Named):
    """Somebody whose words the paper quotes."""

    KIND = FormerSlug.Kind.SPEAKER

    name = models.CharField(_("full name"), max_length=200)
    portrait = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="portrays", verbose_name=_("portrait")
    )
    wikidata = models.CharField(
        _("Wikidata"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(WIKIDATA_ID, _("Give the number alone: Q and digits, e.g. Q42."))],
        help_text=_("The number that begins with Q, e.g. Q42."),
    )

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        constraints = one_slug_per_language("speaker")

    def get_absolute_url(self) -> str:
        return path_of("speaker", get_language(), self.slug_in(get_language()))

    @property
    def face(self) -> Picture | None:
        """The portrait, as pages show it."""
        shows(self, "portrait")
        return self.portrait

    @property
    def wikidata_address(self) -> str:
        """The page about the speaker at Wikidata; nothing, if what editors wrote is no number of theirs."""
        shows(self, "wikidata")
        return f"https://www.wikidata.org/wiki/{self.wikidata}" if WIKIDATA_ID.fullmatch(self.wikidata) else ""

    @property
    def same_as(self) -> list[str]:
        """The addresses elsewhere that are about this very person."""
        shows(self, "identity")
        return [*filter(None, [self.wikidata_address]), *(identity.url for identity in self.identities.all())]

    def office_on(self, day: date) -> "Office | None":
        """Return the office held on a day; of several the one taken up last."""
        shows(self, "offices")
        held = [office for office in self.offices.all() if office.held_on(day)]
        return max(held, key=lambda office: office.since or date.min, default=None)


class Office(models.Model):
    """A post that a speaker held for a time, with its title in each language."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="offices", verbose_name=_("speaker"))
    title = models.CharField(_("title of the office"), max_length=200)
    since = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: the beginning is not known."))
    until = models.DateField(_("to"), null=True, blank=True, help_text=_("Empty: still. The last day in office."))

    objects = PurgingQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = [models.F("since").desc(nulls_last=True), "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since=None) | models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="office_ends_after_it_begins",
                violation_error_message=_("This office ends before it begins. Check the two dates."),
            )
        ]

    def __str__(self) -> str:
        return self.name_shown[0]

    @property
    def name_shown(self) -> tuple[str, str]:
        """Return the title and the language it is in, which may be another than the active one."""
        shows(self, "title", get_language() or settings.LANGUAGE_CODE)
        return borrowed(self, "title")

    def held_on(self, day: date) -> bool:
        return (self.since or date.min) <= day <= (self.until or date.max)


class Alias(models.Model):
    """Another way a speaker's name is written; editors find the speaker by it, readers never see it."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="aliases", verbose_name=_("speaker"))
    text = models.CharField(_("also written"), max_length=200)
    folded = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["speaker", "text"], name="one_alias_once")]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = folded(self.text)[:LONGEST]
        super().save(*args, **kwargs)


class Source(Named):
    """A publication, agency or institution whose pieces the paper cites."""

    KIND = FormerSlug.Kind.SOURCE

    url = models.URLField(_("address"), blank=True, validators=[URLValidator(schemes=["http", "https"])])

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = one_slug_per_language("source")

    def save(self, *args: object, **kwargs: object) -> None:
        """Refuse what is no address of the web, whoever saves: readers will be sent there."""
        if self.url:
            self._meta.get_field("url").run_validators(self.url)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return path_of("source", get_language(), self.slug_in(get_language()))


class Author(Named):
    """A byline. It may belong to somebody who works here, or not."""

    KIND = FormerSlug.Kind.AUTHOR

    name = models.CharField(_("full name"), max_length=200)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("person"),
        help_text=_("When the author works here."),
    )
    biography = models.CharField(_("about the author"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = one_slug_per_language("author")

    def get_absolute_url(self) -> str:
        return path_of("author", get_language(), self.slug_in(get_language()))
