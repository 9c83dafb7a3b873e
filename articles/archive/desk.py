"""The desk's rows of the stories of an archive, in bulk. No versions and no origins: a first save makes them."""

from collections.abc import Iterable, Sequence
from random import Random
from uuid import UUID

from django.db.models import Model

from articles.demo.files import by_language
from articles.models import Article, Authorship, Block, Citation, Point
from articles.models.body import BlockKind

from .plan import ORIGINAL, Planned
from .texts import Texts, headline, paragraph, sentence
from .things import Things

# The first quarter of the uid of every story of an archive tells that it is one; the rest is chance.
MARK = 0xA5C41E00
UIDS = UUID(int=MARK << 96), UUID(int=(MARK << 96) + (1 << 96) - 1)
SENTENCES = (5, 6, 4)  # of each paragraph


def write(plans: Sequence[Planned], things: Things, dice: Random) -> list[Article]:
    """Write stories and all their parts; return them in the order of their plans."""
    stories = Article.objects.bulk_create(_story(planned, dice) for planned in plans)
    pairs = list(zip(stories, plans, strict=True))
    save_all(part for story, planned in pairs for part in _parts(story, planned, things, dice))
    return stories


def save_all(rows: Iterable[Model]) -> None:
    """Write rows of any kinds, each kind at once, in the order in which the kinds first appear."""
    kinds: dict[type[Model], list[Model]] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    for kind, found in kinds.items():
        kind._default_manager.bulk_create(found)


def _story(planned: Planned, dice: Random) -> Article:
    return Article(
        uid=UUID(int=UIDS[0].int + dice.getrandbits(96)),
        original_language=ORIGINAL,
        category=planned.category,
        **_texts("headline", headline(dice), planned),
        **_texts("lead", sentence(dice), planned),
    )


def _parts(story: Article, planned: Planned, things: Things, dice: Random) -> Iterable[Model]:
    yield Point(article=story, **_texts("text", sentence(dice), planned))
    yield Citation(article=story, source=dice.choice(things.sources))
    yield Authorship(article=story, author=dice.choice(things.authors))
    for topic in dice.sample(things.topics, 2):
        yield Article.topics.through(article=story, topic=topic)
    for place, length in enumerate(SENTENCES):
        texts = _texts("text", paragraph(dice, length), planned)
        yield Block(parent=story, kind=BlockKind.TEXT, ordering=place, **texts)
    texts = _texts("text", paragraph(dice, 1), planned)
    speaker = dice.choice(things.speakers)
    yield Block(parent=story, kind=BlockKind.QUOTE, speaker=speaker, ordering=len(SENTENCES), **texts)


def _texts(field: str, texts: Texts, planned: Planned) -> dict[str, str]:
    return by_language(field, {code: texts[code] for code in planned.languages})
