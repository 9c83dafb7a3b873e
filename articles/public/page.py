"""A page of a story: one publication, and the rows that it names by their ids."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects

from articles.models import Author, Category, Edition, Quote, Source, Topic
from newsroom.pictures.models import Picture

from . import columns
from .blocks import Rows, blocks_of
from .embeds import web_address
from .links import addresses
from .mentions import Mention, mentioned

QUOTES = Quote.objects.select_related("speaker__portrait", "office", "source").only(
    "block_uid", "publish_at", "speaker", "office", "attribution", "original_words", "original_language", "said_on",
    "source", *columns.names("speaker"), "speaker__portrait", *columns.pictures("speaker__portrait"),
    *columns.titles("office"), *columns.names("source"),
)  # fmt: skip
PICTURES = Picture.objects.only(*columns.pictures())


@dataclass(frozen=True)
class Cited:
    """A source that the whole story rests on, with the address and title of the piece cited, if known."""

    source: Mention
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
    authors: list[Mention]
    citations: list[Cited]
    topics: list[Mention]
    blocks: list[dict]


def page_of(edition: Edition) -> Page:
    """Build the page of an edition from its live publication, by as many queries for thirty blocks as for three."""
    return page_with(edition.live.content, edition, list(QUOTES.filter(edition=edition)))


def page_with(content: dict, edition: Edition, quotes: list[Quote]) -> Page:
    """Build the page of a content as a publication holds it, at the place and time that an edition says."""
    rows = rows_of(content, edition.language, quotes)
    sources = mentioned(Source, dict.fromkeys(citation["source"] for citation in content["citations"]))
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
        authors=mentioned(Author, content["authors"]),
        citations=citations_of(content, {source.pk: source for source in sources}),
        topics=mentioned(Topic, content["topics"]),
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


def citations_of(content: dict, sources: dict[int, Mention]) -> list[Cited]:
    return [
        Cited(sources[each["source"]], web_address(each["url"]), each["title"])
        for each in content["citations"]
        if each["source"] in sources
    ]
