"""Where a published edition is listed: under what it is about, who speaks, what it shows, and in the quote bank."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date

from .models import (
    AuthorListing,
    CategoryListing,
    Edition,
    FormerSlug,
    PictureListing,
    Quote,
    SourceListing,
    Speaker,
    SpeakerListing,
    TopicListing,
)
from .models.listings import copied_from

LISTINGS = (CategoryListing, TopicListing, SpeakerListing, SourceListing, AuthorListing, PictureListing)


def unlist(editions: Collection[Edition]) -> None:
    """Take editions out of every listing and their words out of the quote bank."""
    _leave(Quote.objects.filter(edition__in=editions))
    _delete(editions)


def _delete(editions: Collection[Edition]) -> None:
    for listing in (*LISTINGS, Quote):
        listing.objects.filter(edition__in=editions).delete()


def list_until(edition: Edition) -> None:
    """Tell every row that lists an edition when it comes off the site."""
    for listing in (*LISTINGS, Quote):
        listing.objects.filter(edition=edition).update(withdraw_at=edition.withdraw_at)


def enlist(edition: Edition, content: dict) -> None:
    """List an edition under everything its live content names, anew."""
    listed = rows_of(edition, content, speakers_in(content))
    uids = [quote.block_uid for quote in listed[Quote]]
    _leave(edition.quotes.exclude(block_uid__in=uids))
    FormerSlug.objects.filter(kind=FormerSlug.Kind.QUOTE, language=edition.language, slug__in=uids).delete()
    _delete([edition])
    for listing, rows in listed.items():
        listing.objects.bulk_create(rows)


def _leave(quotes: QuerySet[Quote]) -> None:
    """Record the addresses of words that readers had and don’t have any more."""
    had = quotes.filter(publish_at__lte=timezone.now()).values_list("edition", "language", "block_uid")
    left = [
        FormerSlug(kind=FormerSlug.Kind.QUOTE, object_id=edition, language=language, slug=str(uid))
        for edition, language, uid in had
    ]
    FormerSlug.objects.bulk_create(left, ignore_conflicts=True)


def speakers_in(content: dict) -> dict[int, Speaker]:
    """Return whoever is quoted, by id, with their offices at hand."""
    ids = {block.get("speaker") for block in content["blocks"]} - {None}
    return Speaker.objects.prefetch_related("offices").in_bulk(ids)


def rows_of(edition: Edition, content: dict, speakers: Mapping[int, Speaker]) -> dict[type[Model], list[Model]]:
    """Return the rows that list an edition, not yet saved; `speakers` are those it quotes, by id."""
    quotes = [block for block in content["blocks"] if block["kind"] == "quote"]
    said_to = {block["source"] for block in quotes}
    subjects = {
        CategoryListing: [category.pk for category in edition.category.with_ancestors()],
        TopicListing: content["topics"],
        SpeakerListing: {block["speaker"] for block in quotes},
        SourceListing: {citation["source"] for citation in content["citations"]} | said_to,
        AuthorListing: content["authors"],
        PictureListing: {block["picture"] for block in content["blocks"] if block["kind"] == "picture"},
    }
    copied = copied_from(edition)
    rows = {listing: [listing(subject_id=each, **copied) for each in ids if each] for listing, ids in subjects.items()}
    return rows | {Quote: _quotes(quotes, speakers, copied)}


def quotes_in(content: dict, edition: Edition) -> list[Quote]:
    """Return what a content quotes, as rows that are not saved; the edition may be none of any table."""
    blocks = [block for block in content["blocks"] if block["kind"] == "quote"]
    return _quotes(blocks, speakers_in(content), copied_from(edition))


def _quotes(blocks: list[dict], speakers: Mapping[int, Speaker], copied: dict) -> list[Quote]:
    published_on = timezone.localdate(copied["publish_at"])
    return [
        _quote(block, position, speakers.get(block["speaker"]), published_on, copied)
        for position, block in enumerate(blocks)
    ]


def _quote(block: dict, position: int, speaker: Speaker | None, published_on: date, copied: dict) -> Quote:
    said_on = parse_date(block["said_on"]) or published_on
    return Quote(
        **copied,
        block_uid=block["uid"],
        position=position,
        words=block["words"],
        speaker=speaker,
        office=speaker.office_on(said_on) if speaker else None,
        attribution=block["attribution"],
        original_words=block["original_words"],
        original_language=block["original_language"],
        said_on=said_on,
        source_id=block["source"],
    )
