from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .edition import Edition


class Origin(models.Model):
    """What one piece of a translation was made from: the language and the very text."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="origins", verbose_name=_("edition"))
    piece = models.CharField(_("piece"), max_length=60, help_text=_("headline, lead, caption, point:… or block:…"))
    source_language = models.CharField(_("translated from"), max_length=12, choices=settings.LANGUAGES)
    source_hash = models.CharField(max_length=64)
    source_text = models.TextField(_("text it was translated from"))
    confirmed = models.DateTimeField(_("confirmed"), auto_now=True)

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        constraints = [models.UniqueConstraint(fields=["edition", "piece"], name="one_origin_per_piece")]

    def __str__(self) -> str:
        return f"{self.edition} · {self.piece}"
