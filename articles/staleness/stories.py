"""What pages show of a story in one language, as readers have it now."""

from django.utils import timezone

from newsroom.editorial.stages import Stage
from newsroom.pagecache.tags import AWAITED

from ..models import Edition, Quote
from ..shown import breaking_in, named, tag_of, there
from .rows import Parts


def of_edition(edition: Edition, quotes: list[Quote]) -> Parts:
    """Return the value of each part that readers see, by its tag; `quotes` are its rows, in order."""
    content = edition.live.content
    offices = [quote.office_id for quote in quotes]
    return (
        awaited(edition)
        | of_card(edition)
        | of_quotes(edition, quotes)
        | of_breaking_news(edition)
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


def of_breaking_news(edition: Edition) -> Parts:
    return {breaking_in(edition.language): (edition.pk, edition.breaking_until)} if edition.is_breaking else {}


def of_quotes(edition: Edition, quotes: list[Quote]) -> Parts:
    """Return what each speaker says in a story, and what is said first in it."""
    said: Parts = {}
    for quote in quotes:
        words = said.setdefault(named("edition", edition.pk, f"said:{quote.speaker_id}"), [])
        words.append((str(quote.block_uid), quote.words, quote.said_on))
    first = [(str(q.block_uid), q.words, q.speaker_id, q.office_id, q.attribution) for q in quotes[:1]]
    return said | {tag_of(edition, "opening"): first}
