"""Proof that readers were asked (GDPR, Article 7(1)): what was shown, word for word, and how many answered what.

No row here is about a reader: there is no address, no identifier, no moment of a visit.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .policy import Policy

STAYS = "What readers were shown is proof: it is neither changed nor deleted. Write the next version."


class KeptQuerySet(models.QuerySet):
    """Rows that are written once; not even in bulk are they changed or deleted."""

    def update(self, **fields: object) -> int:
        raise TypeError(STAYS)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError(STAYS)


class PolicyText(models.Model):
    """What readers of one language are shown under a policy; written once, a change of wording is the next version.

    `content` is as proof.py composes it, `sha256` the hash of its canonical JSON.
    """

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="texts", verbose_name=_("policy"))
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    version = models.PositiveSmallIntegerField(_("version"))
    since = models.DateTimeField(_("since"), default=timezone.now)
    content = models.JSONField(_("content"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    objects = KeptQuerySet.as_manager()

    class Meta:
        verbose_name = _("text shown to readers")
        verbose_name_plural = _("texts shown to readers")
        ordering = ["policy", "language", "version"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "language", "version"], name="policy_texts_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.policy_id} · {self.language} · {self.version}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise TypeError(STAYS)
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError(STAYS)


class Choice(models.TextChoices):
    """What a reader pressed."""

    ACCEPT = "accept", _("accepted all")
    REJECT = "reject", _("rejected all")
    SAVE = "save", _("chose")


class Tally(models.Model):
    """How many answers of one kind came on one day of the newspaper's clock; `grants` are letters of purposes."""

    day = models.DateField(_("day"))
    text = models.ForeignKey(PolicyText, models.PROTECT, related_name="tallies", verbose_name=_("text shown"))
    choice = models.CharField(_("choice"), max_length=6, choices=Choice)
    grants = models.CharField(_("granted"), max_length=4, blank=True)
    count = models.PositiveIntegerField(_("answers"), default=0)

    class Meta:
        verbose_name = _("tally of answers")
        verbose_name_plural = _("tallies of answers")
        ordering = ["-day", "text", "choice", "grants"]
        constraints = [
            models.UniqueConstraint(fields=["day", "text", "choice", "grants"], name="one_tally_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day} · {self.choice} · {self.count}"
