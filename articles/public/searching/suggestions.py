"""What a few typed letters may become: people, topics, stories."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language

from articles.alphabets import folded
from articles.finding.entries import STORY
from articles.models import Edition, Speaker, SpeakerListing, Topic, TopicListing
from articles.models.naming import CODES, Named
from newsroom.search.backends.pages import Order
from newsroom.search.engine import backend
from newsroom.search.queries import read
from newsroom.search.vocabulary import going_on

from .. import columns

SHORTEST = 2  # letters
MOST = 3  # of people, of topics
MOST_STORIES = 4
ENDINGS = 8  # ways in which the last word may go on
LISTED = {Speaker: SpeakerListing, Topic: TopicListing}
STORIES = Edition.objects.select_related("category").only("headline", *columns.address())


@dataclass(frozen=True)
class Suggestion:
    kind: str
    text: str
    language: str
    address: str


def suggestions(text: str) -> list[Suggestion]:
    """Return what readers of the page's language can open; nothing for a single letter."""
    beginning = folded(text)[:200]
    if len(beginning) < SHORTEST:
        return []
    return [*named(Speaker, beginning), *named(Topic, beginning), *stories(text)]


def named(model: type[Named], beginning: str) -> Iterator[Suggestion]:
    """Yield what has a page in this language and a name, in any, of which a word begins so."""
    begins = Q()
    for field in [*(f"folded_{code}" for code in CODES), *(["aliases__folded"] if model is Speaker else [])]:
        begins |= Q(**{f"{field}__startswith": beginning}) | Q(**{f"{field}__contains": f" {beginning}"})
    listed = LISTED[model].objects.visible().filter(subject=OuterRef("pk"), language=get_language())
    rows = model._default_manager.filter(begins).filter(Exists(listed)).only(*columns.names())
    for row in rows.order_by("pk").distinct()[:MOST]:
        name, language = row.name_shown
        yield Suggestion(model._meta.model_name, name, language, row.get_absolute_url())


def stories(text: str) -> Iterator[Suggestion]:
    """Yield the best of the stories that have the words typed, the last in any way it may go on."""
    query = read(text, get_language()).among(STORY)
    if not query.words:
        return
    query = query.unfinished(going_on(query.words[-1], query.language, ENDINGS))
    keys = backend().search(query, Order.BEST, slice(MOST_STORIES)).keys
    found = STORIES.visible().in_bulk(keys)
    for edition in (found[key] for key in keys if key in found):
        yield Suggestion("story", edition.headline, edition.language, edition.get_absolute_url())
