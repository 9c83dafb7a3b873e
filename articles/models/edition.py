"""The public side begins here: one language of a story, its address, and what readers see of it."""

from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.editorial.stages import Stage
from newsroom.pagecache.querysets import PurgingQuerySet
from newsroom.pictures.models import Picture

from ..paths import path_of
from ..shown import shows
from .naming import CODES
from .taxonomy import Category

IS_PUBLISHED = Q(stage=Stage.PUBLISHED)
# What the desk may still have to do with. Queries name it in full, else no index helps them.
IS_OPEN = ~IS_PUBLISHED | Q(unpublished__gt=0) | Q(behind__gt=0)


def is_its_time() -> Q:
    """Return what holds between the moment something goes live and the one it comes off, if one is set."""
    now = timezone.now()
    return Q(publish_at__lte=now) & (Q(withdraw_at=None) | Q(withdraw_at__gt=now))


class EditionQuerySet(PurgingQuerySet):
    def visible(self) -> "EditionQuerySet":
        """Keep what readers may see now. This is the one definition of it."""
        return self.filter(IS_PUBLISHED, is_its_time())

    def run_out(self, by: datetime) -> "EditionQuerySet":
        """Keep what had come off the site by itself at a moment and isn't written down as withdrawn yet."""
        return self.filter(IS_PUBLISHED, withdraw_at__lte=by)

    def breaking(self) -> "EditionQuerySet":
        """Keep what is breaking news, or will be when it goes live: never many.

        A language or a moment asked for besides would make a database read the whole archive instead.
        """
        return self.filter(IS_PUBLISHED, breaking_until__gt=timezone.now())

    def newest_first(self) -> "EditionQuerySet":
        return self.order_by("-publish_at", "-id")

    def as_cards(self) -> "EditionQuerySet":
        """Fetch all that a card shows: category and picture with its renditions."""
        return self.select_related("category", "picture").prefetch_related("picture__renditions")


class Edition(models.Model):
    """A story in one language: where the work on it stands, and the publication that readers get."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.DRAFT)
    slug = models.SlugField(_("slug"), max_length=120, null=True, blank=True, db_index=False)
    publish_at = models.DateTimeField(_("goes live"), null=True, blank=True)
    withdraw_at = models.DateTimeField(_("comes off the site"), null=True, blank=True)
    breaking_until = models.DateTimeField(_("breaking until"), null=True, editable=False)
    embargo_until = models.DateTimeField(
        _("embargo until"), null=True, blank=True, help_text=_("Never public before this moment, whatever is planned.")
    )
    first_published = models.DateTimeField(_("first published"), null=True, editable=False)
    last_significant_change = models.DateTimeField(_("last significant change"), null=True, editable=False)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translator"),
    )
    behind = models.PositiveSmallIntegerField(
        _("pieces behind the original"), default=0, editable=False, help_text=_("Derived from the origins.")
    )
    missing = models.PositiveSmallIntegerField(
        _("pieces it lacks"), default=0, editable=False, help_text=_("How many of those behind it lacks altogether.")
    )
    unpublished = models.PositiveSmallIntegerField(
        _("unpublished changes"), default=0, editable=False, help_text=_("Derived from the desk and the live text.")
    )
    # Who made the last of them, in this language. No index: nothing is looked up by it.
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+", db_index=False
    )
    live = models.ForeignKey(
        "articles.Publication", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("live text")
    )
    # Copies of what a card shows, so that a listing reads this row alone. Written by publish().
    category = models.ForeignKey(Category, models.PROTECT, null=True, editable=False, related_name="editions")
    kind = models.CharField(_("kind"), max_length=10, editable=False, default="")
    headline = models.CharField(_("headline"), max_length=200, editable=False, default="")
    teaser = models.TextField(_("teaser"), editable=False, default="")
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, editable=False, related_name="editions")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_edition_per_language"),
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="one_edition_per_slug",
                violation_error_message=_("Another story already has this slug in this language."),
            ),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="edition_stage_is_known"),
            models.CheckConstraint(condition=Q(language__in=CODES), name="edition_language_is_known"),
            models.CheckConstraint(
                condition=~IS_PUBLISHED
                | Q(live__isnull=False, publish_at__isnull=False, slug__isnull=False, category__isnull=False),
                name="published_edition_is_complete",
            ),
            models.CheckConstraint(
                condition=~IS_PUBLISHED | Q(embargo_until=None) | Q(publish_at__gte=F("embargo_until")),
                name="edition_keeps_its_embargo",
            ),
            models.CheckConstraint(
                condition=Q(withdraw_at=None) | Q(withdraw_at__gt=F("publish_at")),
                name="edition_goes_live_before_it_comes_off",
            ),
        ]
        indexes = [
            models.Index("language", F("publish_at").desc(), F("id").desc(), name="front_page", condition=IS_PUBLISHED),
            models.Index(
                "language",
                "category",
                F("publish_at").desc(),
                F("id").desc(),
                name="category_page",
                condition=IS_PUBLISHED,
            ),
            models.Index(fields=["-publish_at", "-id"], name="newest_editions", condition=IS_PUBLISHED),
            models.Index(fields=["stage", "unpublished", "article"], name="open_editions", condition=IS_OPEN),
            models.Index(
                "withdraw_at", name="editions_that_come_off", condition=IS_PUBLISHED & Q(withdraw_at__isnull=False)
            ),
            models.Index(
                "breaking_until", name="breaking_editions", condition=IS_PUBLISHED & Q(breaking_until__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline or self.slug or self.article_id} ({self.language})"

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the edition together with what its pages are told of it."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address of this edition in its own language, whichever is active."""
        shows(self, "slug")
        return path_of("article", self.language, self.category.slug_in(self.language), self.slug)

    @property
    def is_published(self) -> bool:
        """Readers have it, or will."""
        return self.stage == Stage.PUBLISHED and not self.is_withdrawn

    @property
    def is_visible(self) -> bool:
        return self.is_published and self.publish_at <= timezone.now()

    @property
    def is_breaking(self) -> bool:
        """It is breaking news, or will be if it goes live in time."""
        return self.breaking_until is not None and self.breaking_until > timezone.now()

    @property
    def is_scheduled(self) -> bool:
        return self.is_published and self.publish_at > timezone.now()

    @property
    def is_withdrawn(self) -> bool:
        """It was taken off the site, or the moment set for that has come."""
        has_run_out = self.withdraw_at is not None and self.withdraw_at <= timezone.now()
        return self.stage == Stage.WITHDRAWN or has_run_out
