"""What the stories of the example name: categories, topics, sources, speakers, authors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from articles.models import Author, Category, Source, Speaker, Topic
from articles.models.naming import CODES, Named
from newsroom.pictures.models import Picture

from .files import by_language
from .staff import Newsroom


@dataclass(frozen=True)
class Things:
    """All that a story can name, by key."""

    pictures: Mapping[str, Picture]
    categories: Mapping[str, Category]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    speakers: Mapping[str, Speaker]
    authors: Mapping[str, Author]


def things(paper: dict, pictures: Mapping[str, Picture], staff: Newsroom) -> Things:
    """Find or make everything that newspaper.toml names."""
    return Things(
        pictures=pictures,
        categories={table["key"]: _category(table) for table in paper["categories"]},
        topics={table["key"]: _found_or_made(Topic, table) for table in paper["topics"]},
        sources={table["key"]: _found_or_made(Source, table, url=table["url"]) for table in paper["sources"]},
        speakers={table["key"]: _speaker(table, pictures) for table in paper["speakers"]},
        authors={table["key"]: _author(table, staff) for table in paper["authors"]},
    )


def names_of(table: dict) -> dict[str, str]:
    """Return the name columns of a table; a name given once is the same in every language."""
    names = table["name"]
    return by_language("name", dict.fromkeys(CODES, names) if isinstance(names, str) else names)


def _found_or_made(model: type[Named], table: dict, **fields: object) -> Named:
    found = model._default_manager.filter(**names_of(table)).first()
    return found or model._default_manager.create(**names_of(table), **fields)


def _category(table: dict) -> Category:
    descriptions = by_language("description", table["description"])
    return _found_or_made(Category, table, position=table["position"], **descriptions)


def _author(table: dict, staff: Newsroom) -> Author:
    # Of the bylines only Olha's belongs to somebody with an account.
    fields = {"person": staff.olha} if table["key"] == "olha-koval" else {}
    return _found_or_made(Author, table, **by_language("biography", table["biography"]), **fields)


def _speaker(table: dict, pictures: Mapping[str, Picture]) -> Speaker:
    known = Speaker.objects.filter(**names_of(table)).first()
    if known:
        return known
    portrait = pictures.get(table.get("portrait"))
    speaker = Speaker.objects.create(**names_of(table), portrait=portrait, wikidata=table.get("wikidata", ""))
    for alias in table["aliases"]:
        speaker.aliases.create(text=alias)
    for office in table["offices"]:
        held = {"since": _day(office["since"]), "until": _day(office["until"])}
        speaker.offices.create(**by_language("title", office["title"]), **held)
    return speaker


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
