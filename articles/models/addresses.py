from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerSlug(models.Model):
    """An address that something once had; it leads to where the thing is now, for ever, in one hop."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        CATEGORY = "category", _("category")
        TOPIC = "topic", _("topic")
        SPEAKER = "speaker", _("speaker")
        SOURCE = "source", _("source")
        AUTHOR = "author", _("author")
        QUOTE = "quote", _("quote")  # that readers don’t have any more; the object is the edition it stood in

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    slug = models.SlugField(_("slug"), max_length=120, db_index=False)
    since = models.DateTimeField(_("left on"), auto_now_add=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.UniqueConstraint(fields=["kind", "language", "slug"], name="one_owner_of_a_former_slug"),
        ]
        indexes = [models.Index(fields=["-since", "-id"], name="last_left")]

    def __str__(self) -> str:
        return f"/{self.language}/…/{self.slug}/"

    @classmethod
    def leave(cls, kind: str, object_id: int, language: str, slug: str, now_at: str) -> None:
        """Record that a thing moved from `slug` to `now_at`; a slug taken up again is former no more."""
        cls.objects.filter(kind=kind, object_id=object_id, language=language, slug=now_at).delete()
        if slug and slug != now_at:
            cls.objects.update_or_create(kind=kind, language=language, slug=slug, defaults={"object_id": object_id})
