from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.editorial.models import Kept

from .edition import Edition


class Change(models.TextChoices):
    """What a publication is to readers; only a significant change moves the date they see."""

    FIRST = "first", _("first publication")
    SIGNIFICANT = "significant", _("significant change")
    MINOR = "minor", _("small fix")


class Publication(Kept):
    """What readers got at one publishing, word for word. Ids instead of names, so that a name can be mended.

    `content` is written by articles/desk/compose.py and read by articles/public/page.py.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="publications")
    change = models.CharField(_("change"), max_length=12, choices=Change)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="publications_are_numbered")]

    def __str__(self) -> str:
        return f"{self.edition} · {self.number}"
