"""The front page: what opens it, what was said, what each section has. No story stands there twice."""

from collections.abc import Collection

from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language

from articles.models import Category, CategoryListing, Edition, Quote
from articles.models.edition import EditionQuerySet
from articles.shown import named, shows, shows_list, stories_in, tag_of, voices_in
from newsroom.pagecache.tags import show

from .cards import Card

# The opening is chosen among so many of the newest; stories with a picture go first.
CANDIDATES = 6
OPENING = 3
LATEST = 6
IN_SECTION = 4
SAID = 3


def front_page() -> dict:
    """Return all that the front page shows, by as many queries for a million stories as for ten."""
    newest = the_newest()
    opening = sorted(newest[:CANDIDATES], key=lambda card: card.picture is None)[:OPENING]
    return {
        "lead": opened(opening[0]) if opening else None,
        "sides": opening[1:],
        "said": said(),
        "sections": sections(without=newest),
        "latest": [card for card in newest if card not in opening],
    }


def the_newest() -> list[Card]:
    found = list(visible().newest_first().as_cards()[: OPENING + LATEST])
    shows_list(stories_in(get_language()), found, size=OPENING + LATEST)
    return [Card(edition) for edition in found]


def visible() -> EditionQuerySet:
    return Edition.objects.visible().filter(language=get_language())


def opened(card: Card) -> Card:
    """Give the first story what only its publication holds."""
    shows(card.edition, "points")
    content = card.edition.live.content
    card.points = [point["text"] for point in content["points"]]
    card.caption = content["caption"]
    return card


def said() -> list[Quote]:
    """Return the first words of each of the newest stories that quote somebody: one voice, then another."""
    quotes = Quote.objects.visible().filter(language=get_language(), position=0).newest_first()
    quotes = quotes.select_related("edition__category", "speaker__portrait", "office", "source")
    found = list(quotes.prefetch_related("speaker__portrait__renditions")[:SAID])
    shows_list(voices_in(get_language()), found, size=SAID)
    show(*(named("edition", quote.edition_id, "opening") for quote in found))
    return found


def sections(without: Collection[Card]) -> list[dict]:
    """Return the top categories with their newest stories, those without any left out."""
    ids = newest_by_category([card.pk for card in without])
    # Asked here whether they are still visible: in the query, SQLite would read the whole archive for it.
    found = Edition.objects.as_cards().in_bulk([story for chosen in ids.values() for story in chosen])
    stories = {story: edition for story, edition in found.items() if edition.is_visible}
    categories = Category.objects.in_bulk(ids)
    for category in categories.values() if len(categories) > 1 else ():
        shows(category, "place")
    return [
        {
            "category": categories[category],
            "stories": in_section(categories[category], [stories[story] for story in chosen if story in stories]),
        }
        for category, chosen in ids.items()
    ]


def in_section(category: Category, editions: list[Edition]) -> list[Card]:
    shows_list(tag_of(category, "stories", get_language()), editions, size=IN_SECTION)
    return [Card(edition) for edition in editions]


def newest_by_category(without: Collection[int]) -> dict[int, list[int]]:
    """Return the ids of the newest stories by the id of their top category, in the order of the menu.

    Each place is a subquery of its own, which is one step in the index: a window function reads the archive.
    """
    listed = CategoryListing.objects.visible().filter(subject=OuterRef("pk"), language=get_language())
    ids = listed.exclude(edition__in=without).newest_first().values("edition")
    places = [Subquery(ids[place : place + 1]) for place in range(IN_SECTION)]
    rows = list(Category.objects.filter(parent=None).values_list("pk", *places))
    show(*(named("category", category, "stories", get_language()) for category, *stories in rows if not any(stories)))
    found = {category: [story for story in stories if story] for category, *stories in rows}
    return {category: stories for category, stories in found.items() if stories}
