from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.editorial.models import Kept

from .article import Article


class Reason(models.TextChoices):
    """Why a version was kept."""

    SAVE = "save", _("saved")
    HAND_OVER = "hand-over", _("handed over")
    PUBLICATION = "publication", _("published")
    WITHDRAWAL = "withdrawal", _("withdrawn")
    RESTORATION = "restoration", _("restored")
    UNSAVED = "unsaved", _("typed and not saved")


class VersionQuerySet(models.QuerySet):
    def of_the_desk(self) -> "VersionQuerySet":
        """Leave out what somebody typed and never saved: no desk stood like that."""
        return self.exclude(reason=Reason.UNSAVED)

    def without_texts(self) -> "VersionQuerySet":
        """Leave what the desk held in the database: who wants to know when and by whom needn't read it."""
        return self.defer("content", "in_form")


class Version(Kept):
    """The desk of a story as it stood at a save, a hand-over or a publication."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    reason = models.CharField(_("reason"), max_length=12, choices=Reason)
    # Of the form that was saved, so that one sent twice is known.
    key = models.UUIDField(null=True, unique=True, editable=False)
    # The desk as that form has it, when changes of others came along with its save.
    in_form = models.JSONField(null=True, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="versions_are_numbered")]

    def __str__(self) -> str:
        return f"{self.number} · {self.get_reason_display()}"
