from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .version import Version


class PreviewLinkQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Leave out links that ran out or were taken back; one that died of a publication may be left."""
        return self.filter(revoked=None, expires__gt=timezone.now())


class PreviewLink(models.Model):
    """A way for somebody without an account to see one version in one language, for a while."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="preview_links")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(_("made"), default=timezone.now)
    expires = models.DateTimeField(_("expires"))
    revoked = models.DateTimeField(_("taken back"), null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made"]

    def __str__(self) -> str:
        return f"{self.version} · {self.language}"
