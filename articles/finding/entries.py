"""What search knows of a published edition: the story, and each quotation in it."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone

from newsroom.search.entries import HEADLINE, LEAD, SOMEWHERE, Entry, mark

from ..markup import words_of
from ..models import AuthorListing, CategoryListing, Edition, Quote, SourceListing, SpeakerListing, TopicListing
from .names import Names

STORY, QUOTE = "story", "quote"
LISTINGS = (CategoryListing, TopicListing, SpeakerListing, SourceListing, AuthorListing)
Subjects = dict[str, list[int]]  # the ids of what an edition is listed under, by kind


def entries_of(editions: Collection[Edition]) -> Iterator[Entry]:
    """Yield what search is to know of published editions with their live texts, by a few queries for all of them."""
    subjects = subjects_of(editions)
    quotes = quotes_of(editions)
    names = Names(subjects.values())
    for edition in editions:
        about = subjects[edition.pk]
        yield story_of(edition, about, quotes.get(edition.pk, []), names)
        for quote in quotes.get(edition.pk, []):
            yield quotation_of(quote, about, names)


def subjects_of(editions: Collection[Edition]) -> dict[int, Subjects]:
    found: dict[int, Subjects] = {edition.pk: {} for edition in editions}
    for listing in LISTINGS:
        kind = kind_of(listing.objects.none())
        rows = listing.objects.filter(edition__in=found).order_by("pk").values_list("edition_id", "subject_id")
        for edition, subject in rows:
            found[edition].setdefault(kind, []).append(subject)
    return found


def kind_of(rows: QuerySet) -> str:
    return rows.model._meta.get_field("subject").related_model._meta.model_name


def quotes_of(editions: Collection[Edition]) -> dict[int, list[Quote]]:
    rows = Quote.objects.filter(edition__in=[edition.pk for edition in editions]).select_related("office")
    by_edition = groupby(rows.order_by("edition_id", "position"), key=lambda quote: quote.edition_id)
    return {edition: list(quotes) for edition, quotes in by_edition}


def story_of(edition: Edition, about: Subjects, quotes: Iterable[Quote], names: Names) -> Entry:
    content = edition.live.content
    offices = [text for quote in quotes for text in names.of_office(quote.office)]
    return Entry(
        kind=STORY,
        key=edition.pk,
        owner=edition.pk,
        language=edition.language,
        moment=edition.publish_at,
        until=edition.withdraw_at,
        marks=frozenset(
            {*marks_of(about), mark("year", published_in(edition)), mark("quoted", "yes" if quotes else "no")}
        ),
        texts={
            HEADLINE: content["headline"],
            LEAD: joined([content["lead"], *(point["text"] for point in content["points"])]),
            SOMEWHERE: joined(body_of(content)),
        },
        names=(*names.of(about), *offices),
    )


def quotation_of(quote: Quote, about: Subjects, names: Names) -> Entry:
    said_in = {kind: ids for kind, ids in about.items() if kind in ("category", "topic")}
    said_in |= {"speaker": [quote.speaker_id] if quote.speaker_id else []}
    said_in |= {"source": [quote.source_id] if quote.source_id else []}
    marks = {*marks_of(said_in), mark("said", f"{quote.said_on:%Y-%m}")}
    if quote.office:
        marks.add(mark("office", quote.office_id))
    original = ((quote.original_words, quote.original_language),) if quote.original_words else ()
    return Entry(
        kind=QUOTE,
        key=quote.pk,
        owner=quote.edition_id,
        language=quote.language,
        moment=quote.publish_at,
        until=quote.withdraw_at,
        marks=frozenset(marks),
        texts={HEADLINE: quote.words, SOMEWHERE: quote.attribution},
        names=(*names.of(said_in), *names.of_office(quote.office), *original),
    )


def quoted(somebody: bool) -> str:
    """Return the mark of stories that quote somebody, or of those that don't."""
    return mark("quoted", "yes" if somebody else "no")


def published_in(edition: Edition) -> int:
    return timezone.localdate(edition.publish_at).year


def marks_of(about: Subjects) -> Iterator[str]:
    for kind, ids in about.items():
        for each in ids:
            yield mark(kind, each)


def body_of(content: dict) -> Iterator[str]:
    """Yield every text under the lead, without markup."""
    yield content["caption"]
    for block in content["blocks"]:
        yield words_of(block["text"])
        yield block.get("attribution", "")


def joined(texts: Iterable[str]) -> str:
    # A full stop is no word: what phrases go across is decided by entries.py of the platform, between its texts only.
    return "\n".join(filter(None, texts))


def texts_of(content: dict) -> list[str]:
    """Return the texts of a content as a passage of it is shown: lead, points, body."""
    return [text for text in (content["lead"], *(p["text"] for p in content["points"]), *body_of(content)) if text]
