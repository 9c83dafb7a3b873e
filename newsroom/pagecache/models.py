from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .outbound.models import Errand

__all__ = ["Errand", "Purge"]


class Purge(models.Model):
    """Something that changed, for every process that keeps pages; rows older than an hour are pruned.

    `moment` is that of the row that came to a list or left it.
    """

    tag = models.CharField(_("what changed"), max_length=120)
    moment = models.DateTimeField(_("at its place of"), null=True)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("purge")
        verbose_name_plural = _("purges")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.tag
