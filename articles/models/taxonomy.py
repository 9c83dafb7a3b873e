from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..paths import path_of
from ..slugs import RESERVED_CATEGORY_SLUGS
from .addresses import FormerSlug
from .naming import Named, one_slug_per_language


class Category(Named):
    """A section of the paper; sections may hold sections."""

    KIND = FormerSlug.Kind.CATEGORY
    RESERVED = RESERVED_CATEGORY_SLUGS

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    position = models.PositiveSmallIntegerField(_("position in the menu"), default=0)
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("One sentence, shown at the head of its page.")
    )

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "id"]
        constraints = [
            *one_slug_per_language("category"),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")), name="category_not_within_itself"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.parent and self.pk in [each.pk for each in self.parent.with_ancestors()]:
            raise ValidationError({"parent": gettext("A category can’t be part of itself.")})

    def with_ancestors(self) -> list["Category"]:
        """Return this category and those it is part of, from the inside out."""
        found = [self]
        while (parent := found[-1].parent) and parent not in found:
            found.append(parent)
        return found

    def with_descendants(self) -> list["Category"]:
        """Return this category and all it holds, each with its ancestors at hand, by one query."""
        categories = Category.objects.in_bulk()
        for each in categories.values():
            each.parent = categories.get(each.parent_id)
        return [each for each in categories.values() if self in each.with_ancestors()]

    def _follow(self, before: Self) -> None:
        super()._follow(before)
        if before.parent_id != self.parent_id:
            self.listings.model.rewrite(self)

    def get_absolute_url(self) -> str:
        return path_of("category", get_language(), self.slug_in(get_language()))


class Topic(Named):
    """Something that stories of any category are about."""

    KIND = FormerSlug.Kind.TOPIC

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = one_slug_per_language("topic")

    def get_absolute_url(self) -> str:
        return path_of("topic", get_language(), self.slug_in(get_language()))
