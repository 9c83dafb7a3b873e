"""A page of a story: one publication, and the rows that it names by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects

from articles.models import Author, Category, Edition, Quote, Source, Speaker, Topic
from newsroom.pictures.models import Picture

from . import columns
from .blocks import Rows, blocks_of
from .embeds import web_address
from .links import addresses
from .mentions import Mention, mentioned, mentioned_by_id

QUOTES = Quote.objects.select_related("office").only(
    "block_uid", "publish_at", "speaker", "office", "attribution", "original_words", "original_language", "said_on",
    "source", *columns.titles("office"),
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
        citations=citations_of(content, rows.sources),
        topics=mentioned(Topic, content["topics"]),
        blocks=blocks_of(content["blocks"], rows),
    )


def rows_of(content: dict, language: str, quotes: list[Quote]) -> Rows:
    """Fetch what the blocks name, and the renditions of every picture of the page at once."""
    cited = [citation["source"] for citation in content["citations"]]
    speakers = mentioned_by_id(Speaker, (quote.speaker_id for quote in quotes))
    portraits = {speaker.portrait for speaker in speakers.values()}
    ids = {content["picture"], *(block.get("picture") for block in content["blocks"])} | portraits
    rows = Rows(
        quotes={str(quote.block_uid): quote for quote in quotes},
        speakers=speakers,
        sources=mentioned_by_id(Source, [*cited, *(quote.source_id for quote in quotes)]),
        pictures=PICTURES.in_bulk(ids - {None}),
        addresses=addresses(content["links"], language),
    )
    prefetch_related_objects(list(rows.pictures.values()), "renditions")
    return rows


def citations_of(content: dict, sources: Mapping[int, Mention]) -> list[Cited]:
    return [
        Cited(sources[each["source"]], web_address(each["url"]), each["title"])
        for each in content["citations"]
        if each["source"] in sources
    ]
