"""What the stories of an archive name. Found by name at the next archive, so that none is there twice."""

from dataclasses import dataclass

from articles.demo.files import by_language
from articles.models import Author, Category, Source, Speaker, Topic
from articles.models.naming import Named

from .texts import WORDS, Texts, people


@dataclass(frozen=True)
class Things:
    """All that a story can name; `rare` is the category that hardly any story is in, `shares` weigh the others."""

    categories: list[Category]
    shares: list[int]
    rare: Category
    topics: list[Topic]
    sources: list[Source]
    authors: list[Author]
    speakers: list[Speaker]


def things() -> Things:
    """Find or make everything that the files in words/ name."""
    *common, rare = [_found_or_made(Category, table["name"]) for table in WORDS["categories"]]
    return Things(
        categories=common,
        shares=[table["share"] for table in WORDS["categories"][:-1]],
        rare=rare,
        topics=[_found_or_made(Topic, name) for name in WORDS["topics"]],
        sources=[_found_or_made(Source, name) for name in WORDS["sources"]],
        authors=[_found_or_made(Author, name) for name in WORDS["authors"]],
        speakers=[_speaker(name, place) for place, name in enumerate(people())],
    )


def _found_or_made(model: type[Named], name: Texts) -> Named:
    names = by_language("name", name)
    found = model._default_manager.filter(**names).first()
    return found or model._default_manager.create(**names)


def _speaker(name: Texts, place: int) -> Speaker:
    speaker = _found_or_made(Speaker, name)
    if not speaker.offices.exists():
        titles = WORDS["offices"]
        speaker.offices.create(**by_language("title", titles[place % len(titles)]))
    return speaker
