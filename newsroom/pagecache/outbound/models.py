from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Errand(models.Model):
    """A purge on its way to a shared cache: the row goes when it has arrived for good, so what stays failed.

    It is written in the transaction of the change itself, before the first try: so neither a cache that is down nor
    a process that ends between the commit and the purge can lose it in silence. `names` are separated by spaces.
    """

    cache = models.CharField(_("shared cache"), max_length=200)
    names = models.TextField(_("what it is to drop"))
    since = models.DateTimeField(_("since"), default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("failed tries"), default=0)
    status = models.PositiveSmallIntegerField(_("status of its answer"), null=True)
    reason = models.TextField(_("what it answered"), blank=True)

    class Meta:
        verbose_name = _("purge on its way to a shared cache")
        verbose_name_plural = _("purges on their way to shared caches")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return self.cache
