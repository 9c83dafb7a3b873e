import re
from datetime import date

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..paths import path_of
from .edition import Edition
from .listings import ListingQuerySet
from .people import Office, Source, Speaker

LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-\w+)*", re.ASCII | re.IGNORECASE)


class QuoteQuerySet(ListingQuerySet):
    def newest_first(self) -> "QuoteQuerySet":
        return self.order_by("-publish_at", "-edition_id", "position")


class Quote(models.Model):
    """Words that a published edition quotes: who said them, in which office, when, to whom."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="quotes")
    language = models.CharField(max_length=12)
    publish_at = models.DateTimeField()
    withdraw_at = models.DateTimeField(null=True)
    block_uid = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    words = models.TextField(_("words"))
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, related_name="quotes")
    office = models.ForeignKey(Office, models.SET_NULL, null=True, related_name="quotes")
    attribution = models.CharField(_("attribution"), max_length=200, default="")
    original_words = models.TextField(_("original wording"), default="")
    original_language = models.CharField(max_length=12, default="")
    said_on = models.DateField(_("said on"))
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="quotes")

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = [
            models.UniqueConstraint(fields=["edition", "block_uid"], name="one_quote_per_block"),
            models.CheckConstraint(
                condition=models.Q(speaker__isnull=False) | ~models.Q(attribution=""), name="every_quote_has_somebody"
            ),
        ]
        indexes = [
            models.Index("speaker", "language", F("publish_at").desc(), name="quotes_of_a_speaker"),
            models.Index("language", F("publish_at").desc(), name="quotes_newest"),
            models.Index(fields=["block_uid", "language"], name="quotes_of_a_block"),
        ]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """Return the address of the words themselves, which stays the same wherever their story moves."""
        return path_of("quote", self.language, str(self.block_uid))

    @property
    def place_in_story(self) -> str:
        """The address of the words among those around them."""
        return f"{self.edition.get_absolute_url()}#quote-{self.block_uid}"

    @property
    def original_in(self) -> str:
        """The language of the original wording; editors write it by hand, and no code is better than a wrong one."""
        return self.original_language if LANGUAGE_CODE.fullmatch(self.original_language) else ""

    @property
    def translated_from(self) -> str:
        """The language of the original wording, if it is known and is another than that of the words."""
        return "" if self.original_in == self.language else self.original_in

    @property
    def other_day(self) -> date | None:
        """The day it was said, unless it was published that same day, on the newspaper's clock."""
        return None if self.said_on == timezone.localdate(self.publish_at) else self.said_on
