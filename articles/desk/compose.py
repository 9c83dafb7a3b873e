"""From the desk to the content of a publication: ids of people and things, the words of one language."""

import re

from ..markup import words_of
from ..models import Article, Block
from ..models.body import BlockKind

SCHEMA = 1
LINKED_STORY = re.compile(r'href="news:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', re.IGNORECASE)
# A block of another kind is nothing without its text in the language.
SHOWS_WITHOUT_TEXT = (BlockKind.PICTURE, BlockKind.EMBED)


def compose(article: Article, language: str) -> dict:
    """Return what a publication of this language holds; blocks left out or without a text are not in it."""
    points = [(point, getattr(point, f"text_{language}")) for point in article.points.all()]
    blocks = [_block(block, language) for block in article.blocks.all() if _stands(block, language)]
    return {
        "schema": SCHEMA,
        "language": language,
        "original_language": article.original_language,
        "kind": article.kind,
        "slug": article.text("slug", language),
        "headline": article.text("headline", language),
        "lead": article.text("lead", language),
        "seo_title": article.text("seo_title", language),
        "seo_description": article.text("seo_description", language),
        "category": article.category_id,
        "topics": sorted(topic.pk for topic in article.topics.all()),
        "authors": [authorship.author_id for authorship in article.authorships.all()],
        "picture": article.picture_id,
        "caption": article.text("caption", language),
        "citations": [
            {"source": citation.source_id, "title": citation.title, "url": citation.url}
            for citation in article.citations.all()
        ],
        "points": [{"uid": str(point.uid), "text": text} for point, text in points if text],
        "blocks": blocks,
        "links": _links(blocks),
    }


def _links(blocks: list[dict]) -> dict[str, int]:
    """Return the ids of our own stories that the text links to, by the uid in the link: news:<uid>."""
    uids = {uid.lower() for block in blocks for uid in LINKED_STORY.findall(block["text"])}
    return (
        {str(uid): story for uid, story in Article.objects.filter(uid__in=uids).values_list("uid", "pk")}
        if uids
        else {}
    )


def _stands(block: Block, language: str) -> bool:
    return block.stands_in(language) and bool(block.text_in(language) or block.kind in SHOWS_WITHOUT_TEXT)


def _block(block: Block, language: str) -> dict:
    content = {"uid": str(block.uid), "kind": block.kind, "text": block.text_in(language)}
    return content | EXTRAS.get(block.kind, _nothing)(block, language)


def _nothing(block: Block, language: str) -> dict:
    return {}


def _quote(block: Block, language: str) -> dict:
    return {
        "words": words_of(block.text_in(language)),
        "speaker": block.speaker_id,
        "attribution": block.attribution_in(language),
        "said_on": block.said_on.isoformat() if block.said_on else "",
        "source": block.source_id,
        "original_words": block.original_words,
        "original_language": block.original_language,
    }


def _picture(block: Block, language: str) -> dict:
    return {"picture": block.picture_id}


def _embed(block: Block, language: str) -> dict:
    return {"url": block.url}


EXTRAS = {BlockKind.QUOTE: _quote, BlockKind.PICTURE: _picture, BlockKind.EMBED: _embed}


def differences(new: dict, old: dict) -> int:
    """Count the pieces in which two contents of one edition differ."""
    fields = [key for key in new if key not in ("points", "blocks", "links", "schema") and new[key] != old.get(key)]
    return len(fields) + _changed(new["points"], old["points"]) + _changed(new["blocks"], old["blocks"])


def _changed(new: list[dict], old: list[dict]) -> int:
    mine, theirs = ({piece["uid"]: piece for piece in pieces} for pieces in (new, old))
    changed = sum(mine.get(uid) != theirs.get(uid) for uid in mine.keys() | theirs.keys())
    moved = [piece["uid"] for piece in new if piece["uid"] in theirs] != [
        piece["uid"] for piece in old if piece["uid"] in mine
    ]
    return changed + moved
