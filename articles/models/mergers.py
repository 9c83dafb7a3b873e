"""People and things that turned out to be one: what names the one that is gone means the one that stayed."""

from collections.abc import Iterable, Mapping

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

Ids = Mapping[tuple[str, int], int]


class Merger(models.Model):
    """A row that is gone by its id, and the one of the same kind that stands for it now, for ever.

    Publications and versions are never changed, so they go on naming the row that is gone.
    """

    kind = models.CharField(max_length=10)  # a FormerSlug.Kind
    former_id = models.PositiveBigIntegerField()
    present_id = models.PositiveBigIntegerField()
    when = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")
        constraints = [models.UniqueConstraint(fields=["kind", "former_id"], name="merged_once")]
        indexes = [models.Index(fields=["kind", "present_id"], name="merged_into")]

    def __str__(self) -> str:
        return f"{self.kind} {self.former_id} → {self.present_id}"

    @classmethod
    def note(cls, kind: str, former: int, present: int) -> None:
        """Write down that a row stands for another, and for all that the other stood for."""
        with transaction.atomic():
            cls.objects.filter(kind=kind, present_id=former).update(present_id=present)
            cls.objects.create(kind=kind, former_id=former, present_id=present)

    @classmethod
    def among(cls, named: Iterable[tuple[str, int]]) -> Ids:
        """Return the present id of each that was merged, by its kind and former id; the others are absent."""
        wanted = set(named)
        if not wanted:
            return {}
        found = cls.objects.filter(former_id__in={pk for _kind, pk in wanted})
        rows = found.values_list("kind", "former_id", "present_id")
        return {(kind, former): present for kind, former, present in rows if (kind, former) in wanted}
