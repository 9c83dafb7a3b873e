"""What pages show of a story in one language, as readers have it now."""

from django.utils import timezone

from newsroom.editorial.stages import Stage
from newsroom.pagecache.tags import AWAITED

from ..models import Edition, Quote
from ..shown import breaking_in, named, narrowing_in, quoted_in, tag_of, there, words_in
from .rows import Parts


def of_edition(edition: Edition, content: dict, quotes: list[Quote]) -> Parts:
    """Return the value of each part that readers see, by its tag.

    `content` is that of the live publication with present ids, `quotes` are the rows of the edition, in order.
    """
    offices = [quote.office_id for quote in quotes]
    return (
        awaited(edition)
        | of_card(edition)
        | of_quotes(edition, content, quotes)
        | of_breaking_news(edition)
        | of_company(edition, content, quotes)
        | {
            there(edition.article_id, edition.language): True,
            tag_of(edition, "text"): (content, offices, edition.last_significant_change, edition.publish_at),
            tag_of(edition, "points"): (content["points"], content["caption"]),
        }
    )


def awaited(edition: Edition) -> Parts:
    """Return the moments at which readers will see something happen by itself."""
    published = edition.stage == Stage.PUBLISHED
    moments = (edition.publish_at, edition.withdraw_at, edition.breaking_until) if published else ()
    to_come = [moment for moment in moments if moment and moment > timezone.now()]
    return {tag_of(edition, AWAITED): to_come} if to_come else {}


def of_card(edition: Edition) -> Parts:
    return {
        tag_of(edition, "slug"): (edition.slug, edition.category_id),
        tag_of(edition, "headline"): edition.headline,
        tag_of(edition, "teaser"): edition.teaser,
        tag_of(edition, "kind"): edition.kind,
        tag_of(edition, "picture"): edition.picture_id,
        tag_of(edition, "category"): edition.category_id,
        tag_of(edition, "publish_at"): edition.publish_at,
    }


def of_company(edition: Edition, content: dict, quotes: list[Quote]) -> Parts:
    """Return what a story tells on the pages of its topics, sources and authors: its topics and its year."""
    sources = {citation["source"] for citation in content["citations"]} | {quote.source_id for quote in quotes}
    subjects = {"topic": content["topics"], "source": sources - {None}, "author": content["authors"]}
    told = content["topics"], timezone.localdate(edition.publish_at).year
    return {named(kind, pk, "beside", edition.language): told for kind, ids in subjects.items() for pk in ids}


def of_breaking_news(edition: Edition) -> Parts:
    return {breaking_in(edition.language): (edition.pk, edition.breaking_until)} if edition.is_breaking else {}


def of_quotes(edition: Edition, content: dict, quotes: list[Quote]) -> Parts:
    """Return what is said in a story: each quote, all of them, those of each speaker, how many, and the first."""
    found: Parts = {}
    for quote in quotes:
        told = told_of(quote)
        found[words_in(quote.block_uid, edition.language)] = told
        found[quoted_in(quote.block_uid, edition.language)] = True
        found.setdefault(tag_of(edition, "said"), []).append(told)
        found.setdefault(named("edition", edition.pk, f"said:{quote.speaker_id}"), []).append(told)
        counted = named("speaker", quote.speaker_id, "counted", edition.language)
        found[counted] = found.get(counted, 0) + 1
    if quotes:
        by = [(quote.speaker_id, quote.office_id, quote.source_id, quote.said_on) for quote in quotes]
        found[narrowing_in(edition.language)] = content["topics"], by
    first = [(str(q.block_uid), q.words, q.speaker_id, q.office_id, q.attribution) for q in quotes[:1]]
    return found | {tag_of(edition, "opening"): first}


def told_of(quote: Quote) -> tuple[object, ...]:
    """Return all that the quote bank tells of a quote, but names."""
    original = quote.original_words, quote.original_language
    somebody = quote.speaker_id, quote.office_id, quote.attribution
    return str(quote.block_uid), quote.words, *original, *somebody, quote.said_on, quote.source_id
