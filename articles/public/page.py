"""A page of a story: one publication, and the rows that it names by their ids."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, prefetch_related_objects

from articles.models import Author, Category, Edition, Quote, Source, Topic
from newsroom.pictures.models import Picture

from . import columns
from .blocks import Rows, blocks_of
from .embeds import web_address
from .links import addresses

QUOTES = Quote.objects.select_related("speaker__portrait", "office", "source").only(
    "block_uid", "publish_at", "speaker", "office", "attribution", "original_words", "original_language", "said_on",
    "source", *columns.names("speaker"), "speaker__portrait", *columns.pictures("speaker__portrait"),
    *columns.titles("office"), *columns.names("source"),
)  # fmt: skip
PICTURES = Picture.objects.only(*columns.pictures())
SOURCES, AUTHORS, TOPICS = (kind.objects.only(*columns.names()) for kind in (Source, Author, Topic))


@dataclass(frozen=True)
class Cited:
    """A source that the whole story rests on, with the address and title of the piece cited, if known."""

    source: Source
    url: str
    title: str


@dataclass(frozen=True)
class Page:
    """What the template of a story shows; `blocks` are as blocks.py makes them."""

    title: str
    description: str
    headline: str
    lead: str
    kind: str
    category: Category | None
    publish_at: datetime
    changed_at: datetime | None
    picture: Picture | None
    caption: str
    points: list[str]
    authors: list[Author]
    citations: list[Cited]
    topics: list[Topic]
    blocks: list[dict]


def page_of(edition: Edition) -> Page:
    """Build the page of an edition from its live publication, by as many queries for thirty blocks as for three."""
    return page_with(edition.live.content, edition, list(QUOTES.filter(edition=edition)))


def page_with(content: dict, edition: Edition, quotes: list[Quote]) -> Page:
    """Build the page of a content as a publication holds it, at the place and time that an edition says."""
    rows = rows_of(content, edition.language, quotes)
    sources = SOURCES.in_bulk([citation["source"] for citation in content["citations"]])
    return Page(
        title=content["seo_title"] or content["headline"],
        description=content["seo_description"] or content["lead"],
        headline=content["headline"],
        lead=content["lead"],
        kind=content["kind"],
        category=edition.category,
        publish_at=edition.publish_at,
        changed_at=edition.last_significant_change,
        picture=rows.pictures.get(content["picture"]),
        caption=content["caption"],
        points=[point["text"] for point in content["points"]],
        authors=in_order(AUTHORS, content["authors"]),
        citations=[cited(citation, sources) for citation in content["citations"] if citation["source"] in sources],
        topics=in_order(TOPICS, content["topics"]),
        blocks=blocks_of(content["blocks"], rows),
    )


def rows_of(content: dict, language: str, quotes: list[Quote]) -> Rows:
    """Fetch what the blocks name, and the renditions of every picture of the page at once."""
    ids = {content["picture"], *(block.get("picture") for block in content["blocks"])}
    rows = Rows(
        quotes={str(quote.block_uid): quote for quote in quotes},
        pictures=PICTURES.in_bulk(ids - {None}),
        addresses=addresses(content["links"], language),
    )
    portraits = [quote.speaker.portrait for quote in quotes if quote.speaker and quote.speaker.portrait]
    prefetch_related_objects([*rows.pictures.values(), *portraits], "renditions")
    return rows


def in_order(rows: QuerySet, ids: Iterable[int]) -> list:
    found = rows.in_bulk(ids)
    return [found[each] for each in ids if each in found]


def cited(citation: dict, sources: dict[int, Source]) -> Cited:
    return Cited(sources[citation["source"]], web_address(citation["url"]), citation["title"])
