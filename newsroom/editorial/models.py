"""Shapes that the concrete models of the content fill in."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kept(models.Model):
    """A numbered record of a text at one moment, written once and never changed.

    The concrete class adds the foreign key it is numbered within.
    """

    number = models.PositiveIntegerField(_("number"))
    when = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    content = models.JSONField(_("content"))

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise TypeError(f"{self._meta.verbose_name} is immutable: write the next one instead.")
        super().save(*args, **kwargs)
