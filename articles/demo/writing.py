"""From the file of a story to the desk."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from html import escape

from django.utils import timezone

from articles.desk.saving import settle
from articles.models import Article
from articles.models.body import KINDS
from newsroom.staff.models import Person

from .files import by_language, uid_of
from .things import Things

# Blocks whose files hold HTML; the words of the others are escaped on their way into it.
HTML = ("text", "list", "table")


def write(story: dict, things: Things, by: Person) -> Article:
    """Write a story on the desk, where nobody but the newsroom sees it."""
    article = Article.objects.create(
        uid=uid_of(story["key"]),
        kind=story["kind"],
        original_language=story["original"],
        category=things.categories[story["category"]],
        picture=things.pictures.get(story.get("picture")),
        changed_by=by,
        **by_language("headline", story["headline"]),
        **by_language("lead", story["lead"]),
        **by_language("caption", story.get("caption", {})),
    )
    article.topics.set(things.topics[key] for key in story["topics"])
    for place, key in enumerate(story["authors"]):
        article.authorships.create(author=things.authors[key], ordering=place)
    for place, citation in enumerate(story.get("citations", [])):
        piece = {"title": citation.get("title", ""), "url": citation.get("url", "")}
        article.citations.create(source=things.sources[citation["source"]], ordering=place, **piece)
    for place, point in enumerate(story["points"]):
        article.points.create(ordering=place, **by_language("text", point))
    for place, block in enumerate(story["blocks"]):
        _block(article, block, place, story, things)
    settle(article, {}, by)
    return article


def date_as_of(article: Article, moment: datetime) -> None:
    """Let the desk's list show when the story was written instead of when the example was built."""
    Article.objects.filter(pk=article.pk).update(created=moment, changed=moment)


def _block(article: Article, block: dict, place: int, story: dict, things: Things) -> None:
    texts = {code: _html(block["kind"], text) for code, text in block.items() if code in story["headline"]}
    KINDS[block["kind"]].objects.create(
        parent=article,
        ordering=place,
        left_out=_left_out(texts, story),
        speaker=things.speakers.get(block.get("speaker")),
        source=things.sources.get(block.get("source")),
        picture=things.pictures.get(block.get("picture")),
        said_on=_day(block.get("said_on", "")),
        original_language=block.get("original_language", ""),
        url=block.get("url", ""),
        **by_language("text", texts),
    )


def _left_out(texts: Mapping[str, str], story: dict) -> list[str]:
    """A finished translation does without what it lacks; a draft still waits for it."""
    return [] if story["state"] == "draft" else [code for code in story["languages"] if code not in texts]


def _html(kind: str, text: str) -> str:
    text = text.strip()
    if kind == "quote":
        return f"<p>{escape(text, quote=False)}</p>"
    return _linked(text) if kind in HTML else escape(text, quote=False)


def _linked(html: str) -> str:
    """Turn links to stories by key into links by uid."""
    before, *links = html.split('href="story:')
    keys = (link.partition('"') for link in links)
    return before + "".join(f'href="news:{uid_of(key)}"{rest}' for key, _quote, rest in keys)


def _day(text: str) -> date | None:
    """Read a date, or "days_ago:3"."""
    if text.startswith("days_ago:"):
        return timezone.localdate() - timedelta(days=int(text.removeprefix("days_ago:")))
    return date.fromisoformat(text) if text else None
