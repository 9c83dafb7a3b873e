from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .outbound.models import Errand
from .tags import LONGEST

__all__ = ["Errand", "FinishedPages", "HourOfReadings", "Purge"]


class Purge(models.Model):
    """Something that changed, for every process that keeps pages; rows older than an hour are pruned.

    `moment` is that of the row that came to a list or left it.
    """

    tag = models.CharField(_("what changed"), max_length=LONGEST)
    moment = models.DateTimeField(_("at its place of"), null=True)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("purge")
        verbose_name_plural = _("purges")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.tag


class FinishedPages(Purge):
    """The desk's page on the pages that are kept; a row is something that was purged of them."""

    class Meta:
        proxy = True
        verbose_name = _("finished page")
        verbose_name_plural = _("finished pages")


class HourOfReadings(models.Model):
    """How often the page of a name was read in an hour, by all readers together; older than sixty days is pruned."""

    hour = models.DateTimeField(_("hour"))
    name = models.CharField(_("page"), max_length=120)
    count = models.PositiveBigIntegerField(_("readings"), default=0)

    class Meta:
        verbose_name = _("hour of readings")
        verbose_name_plural = _("hours of readings")
        ordering = ["-hour", "name"]
        constraints = [models.UniqueConstraint(fields=["hour", "name"], name="one_count_per_page_and_hour")]

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"
