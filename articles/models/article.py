"""The desk: a story once for all its languages, as editors work on it. Readers never see these rows."""

import uuid

from content_editor.models import Region
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.pictures.models import Picture

from ..markup import plain
from .people import Author, Source
from .taxonomy import Category, Topic
from .translated import clean_translations, validate_translations


class Kind(models.TextChoices):
    """What sort of text a story is."""

    NEWS = "news", _("news")
    ANALYSIS = "analysis", _("analysis")
    OPINION = "opinion", _("opinion")
    INTERVIEW = "interview", _("interview")


class Article(models.Model):
    """A story. Its texts are translated columns; its body is a list of blocks."""

    TRANSLATED = ("headline", "lead", "caption", "slug", "seo_title", "seo_description")
    regions = [Region(key="main", title=_("Story"))]

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    original_language = models.CharField(
        _("original"),
        max_length=12,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("The language in which the story is written; the others are translated from it."),
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("category")
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles", verbose_name=_("topics"))
    authors = models.ManyToManyField(Author, through="Authorship", related_name="articles", verbose_name=_("authors"))
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("picture")
    )
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    lead = models.TextField(_("lead"), blank=True, help_text=_("Two sentences that make the reader stay."))
    caption = models.CharField(_("caption of the picture"), max_length=300, blank=True)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        blank=True,
        db_index=False,
        help_text=_("The words of the address. Empty: made from the headline. A change leaves a redirect."),
    )
    seo_title = models.CharField(
        _("title for search engines"), max_length=70, blank=True, help_text=_("Empty: the headline.")
    )
    seo_description = models.CharField(
        _("description for search engines"), max_length=170, blank=True, help_text=_("Empty: the lead.")
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    changed = models.DateTimeField(_("last change"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("by")
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned",
        verbose_name=_("assigned to"),
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed"]
        # The orders in which the desk lists stories.
        indexes = [
            models.Index(fields=["-changed", "-id"], name="last_changed"),
            models.Index(fields=["category", "-changed", "-id"], name="last_changed_in_category"),
            models.Index(fields=["changed_by", "-changed", "-id"], name="last_changed_by"),
        ]

    def __str__(self) -> str:
        languages = (self.original_language, *(code for code, _name in settings.LANGUAGES))
        return next(filter(None, (self.text("headline", code) for code in languages)), str(_("Untitled")))

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the story; a slug that can be no address is refused before a page has to link to it."""
        clean_translations(self, self.TRANSLATED, plain)
        validate_translations(self, "slug")
        super().save(*args, **kwargs)

    def text(self, field: str, language: str) -> str:
        """Return a translated field in a language, empty when there is none: nothing falls back."""
        return getattr(self, f"{field}_{language}") or ""


class Authorship(models.Model):
    """An author's place in the byline of a story."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="authorships")
    author = models.ForeignKey(Author, models.PROTECT, related_name="authorships", verbose_name=_("author"))
    ordering = models.PositiveSmallIntegerField(_("place"), default=0)

    class Meta:
        verbose_name = _("author of the story")
        verbose_name_plural = _("authors, in order")
        ordering = ["ordering", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="one_byline_per_author")]

    def __str__(self) -> str:
        return str(self.author)


class Citation(models.Model):
    """A source that the whole story rests on, with the piece that is cited."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    title = models.CharField(_("title of the piece"), max_length=300, blank=True)
    url = models.URLField(_("address of the piece"), blank=True, max_length=500)
    ordering = models.PositiveSmallIntegerField(_("place"), default=0)

    class Meta:
        verbose_name = _("cited source")
        verbose_name_plural = _("cited sources")
        ordering = ["ordering", "id"]

    def __str__(self) -> str:
        return str(self.source)


class Point(models.Model):
    """A point of attention: what a reader in a hurry should take away."""

    TRANSLATED = ("text",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="points")
    text = models.CharField(_("point"), max_length=300, blank=True)
    ordering = models.PositiveSmallIntegerField(_("place"), default=0)

    class Meta:
        verbose_name = _("point of attention")
        verbose_name_plural = _("points of attention")
        ordering = ["ordering", "id"]

    def __str__(self) -> str:
        return self.text or "—"

    def save(self, *args: object, **kwargs: object) -> None:
        clean_translations(self, self.TRANSLATED, plain)
        super().save(*args, **kwargs)
