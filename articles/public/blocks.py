"""The blocks of a page as templates/articles/blocks/ show them: each a dict with `kind`, `uid` and `template`."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import mark_safe

from articles.models import Quote
from newsroom.pagecache.tags import show
from newsroom.pictures.models import Picture

from .embeds import embed_of
from .links import linked
from .mentions import Mention


@dataclass(frozen=True)
class Rows:
    """What the blocks of a page name: by id, but quotes by the uid of their block, stories' addresses by theirs."""

    quotes: dict[str, Quote]
    speakers: dict[int, Mention]
    sources: dict[int, Mention]
    pictures: dict[int, Picture]
    addresses: dict[str, str]


def blocks_of(contents: Iterable[dict], rows: Rows) -> list[dict]:
    """Return the blocks that can be shown, in order; HTML is cleaned once more, whatever was stored."""
    shown = []
    for content in contents:
        extras = MAKERS[content["kind"]](content, rows)
        if extras is not None:
            template = f"articles/blocks/{content['kind']}.html"
            shown.append({"kind": content["kind"], "uid": content["uid"], "template": template} | extras)
    return mark_first_words(shown)


def mark_first_words(blocks: list[dict]) -> list[dict]:
    """Say of each quote whether its speaker is first heard in that office: then the speaker is introduced."""
    heard = set()
    for block in blocks:
        if block["kind"] == "quote":
            somebody = block["speaker"] or block["attribution"], str(block["office"])
            block["first_of_speaker"] = somebody not in heard
            heard.add(somebody)
    return blocks


def _html(content: dict, rows: Rows) -> dict:
    # Safe, because linked() has just cleaned it.
    return {"text": mark_safe(linked(content["text"], rows.addresses))}


def _heading(content: dict, rows: Rows) -> dict:
    return {"text": content["text"]}


def _quote(content: dict, rows: Rows) -> dict | None:
    quote = rows.quotes.get(content["uid"])
    if quote is None:  # withdrawn or published anew while this page was being read
        return None
    speaker = rows.speakers.get(quote.speaker_id)
    return _html(content, rows) | {
        "speaker": speaker,
        "face": speaker and rows.pictures.get(speaker.portrait),
        "office": quote.office,
        "attribution": quote.attribution,
        "said_on": quote.said_on,
        "other_day": quote.other_day,
        "source": rows.sources.get(quote.source_id),
        "original": quote.original_words,
        "original_language": quote.original_in,
    }


def _picture(content: dict, rows: Rows) -> dict | None:
    picture = rows.pictures.get(content["picture"])
    return {"picture": picture, "caption": content["text"]} if picture else None


def _embed(content: dict, rows: Rows) -> dict | None:
    embed = embed_of(content["url"])
    show("policy")  # which says what may open inside our pages
    return {"text": content["text"], "embed": embed} if embed else None


MAKERS = {
    "text": _html,
    "heading": _heading,
    "quote": _quote,
    "picture": _picture,
    "embed": _embed,
    "list": _html,
    "table": _html,
}
