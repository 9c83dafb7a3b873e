"""Narrow rows that list published editions under what they belong to.

Publishing writes and deletes them; a category that moves rewrites its own.
"""

from django.db import models
from django.db.models import F

from newsroom.pictures.models import Picture

from .edition import IS_PUBLISHED, Edition, is_its_time
from .people import Author, Source, Speaker
from .taxonomy import Category, Topic

# What a row that lists an edition copies of it: whose readers see it, since when and until when.
COPIED = ("language", "publish_at", "withdraw_at")


def copied_from(edition: Edition) -> dict:
    """Return the fields that every row listing an edition has from it."""
    return {"edition": edition} | {field: getattr(edition, field) for field in COPIED}


class ListingQuerySet(models.QuerySet):
    def visible(self) -> "ListingQuerySet":
        return self.filter(is_its_time())

    def newest_first(self) -> "ListingQuerySet":
        return self.order_by("-publish_at", "-edition_id")


class Listing(models.Model):
    """One edition under one thing, with copies of what the page of the thing sorts by."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="%(class)ss")
    language = models.CharField(max_length=12)
    publish_at = models.DateTimeField()
    withdraw_at = models.DateTimeField(null=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.subject_id} · {self.edition_id}"


def listing_meta(name: str) -> dict:
    """Return the constraint and the index that every listing has, under names of its own."""
    newest = (F("publish_at").desc(), F("edition").desc())
    return {
        "constraints": [models.UniqueConstraint(fields=["edition", "subject"], name=f"one_{name}_listing")],
        "indexes": [models.Index("subject", "language", *newest, name=f"{name}_listing")],
    }


class CategoryListing(Listing):
    """An edition under its category and under each that holds it."""

    subject = models.ForeignKey(Category, models.CASCADE, related_name="listings")

    class Meta:
        vars().update(listing_meta("category"))

    @classmethod
    def rewrite(cls, category: Category) -> None:
        """List anew what a category and its parts hold, because it became part of another."""
        moved = category.with_descendants()
        subjects = {each.pk: each.with_ancestors() for each in moved}
        cls.objects.filter(edition__category__in=moved).delete()
        editions = Edition.objects.filter(IS_PUBLISHED, category__in=moved)
        cls.objects.bulk_create(
            cls(subject=subject, **copied_from(edition))
            for edition in editions.only(*COPIED, "category")
            for subject in subjects[edition.category_id]
        )


class TopicListing(Listing):
    subject = models.ForeignKey(Topic, models.CASCADE, related_name="listings")

    class Meta:
        vars().update(listing_meta("topic"))


class SpeakerListing(Listing):
    subject = models.ForeignKey(Speaker, models.CASCADE, related_name="listings")

    class Meta:
        vars().update(listing_meta("speaker"))


class SourceListing(Listing):
    subject = models.ForeignKey(Source, models.CASCADE, related_name="listings")

    class Meta:
        vars().update(listing_meta("source"))


class AuthorListing(Listing):
    subject = models.ForeignKey(Author, models.CASCADE, related_name="listings")

    class Meta:
        vars().update(listing_meta("author"))


class PictureListing(Listing):
    """A picture in the text of an edition, which can't be deleted while readers see it there."""

    subject = models.ForeignKey(Picture, models.PROTECT, related_name="listings")

    class Meta:
        vars().update(listing_meta("picture"))
