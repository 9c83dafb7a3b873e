"""The front page: what opens it, what was said, what each section has. No story stands there twice."""

from collections.abc import Collection

from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language

from articles.models import Category, CategoryListing, Edition, Quote
from articles.models.edition import EditionQuerySet

# The opening is chosen among so many of the newest; stories with a picture go first.
CANDIDATES = 6
OPENING = 3
LATEST = 6
IN_SECTION = 4
SAID = 3


def front_page() -> dict:
    """Return all that the front page shows, by as many queries for a million stories as for ten."""
    newest = list(visible().newest_first().as_cards()[: OPENING + LATEST])
    opening = sorted(newest[:CANDIDATES], key=lambda edition: edition.picture_id is None)[:OPENING]
    return {
        "lead": opened(opening[0]) if opening else None,
        "sides": opening[1:],
        "said": said(),
        "sections": sections(without=newest),
        "latest": [edition for edition in newest if edition not in opening],
    }


def visible() -> EditionQuerySet:
    return Edition.objects.visible().filter(language=get_language())


def opened(edition: Edition) -> Edition:
    """Give the first story what only its publication holds."""
    content = edition.live.content
    edition.points = [point["text"] for point in content["points"]]
    edition.caption = content["caption"]
    return edition


def said() -> list[Quote]:
    """Return the first words of each of the newest stories that quote somebody: one voice, then another."""
    quotes = Quote.objects.visible().filter(language=get_language(), position=0).newest_first()
    quotes = quotes.select_related("edition__category", "speaker__portrait", "office", "source")
    return list(quotes.prefetch_related("speaker__portrait__renditions")[:SAID])


def sections(without: Collection[Edition]) -> list[dict]:
    """Return the top categories with their newest stories, those without any left out."""
    ids = newest_by_category(without)
    # Asked here whether they are still visible: in the query, SQLite would read the whole archive for it.
    found = Edition.objects.as_cards().in_bulk([story for chosen in ids.values() for story in chosen])
    stories = {story: edition for story, edition in found.items() if edition.is_visible}
    categories = Category.objects.in_bulk(ids)
    return [
        {"category": categories[category], "stories": [stories[story] for story in chosen if story in stories]}
        for category, chosen in ids.items()
    ]


def newest_by_category(without: Collection[Edition]) -> dict[int, list[int]]:
    """Return the ids of the newest stories by the id of their top category, in the order of the menu.

    Each place is a subquery of its own, which is one step in the index: a window function reads the archive.
    """
    listed = CategoryListing.objects.visible().filter(subject=OuterRef("pk"), language=get_language())
    ids = listed.exclude(edition__in=without).newest_first().values("edition")
    places = [Subquery(ids[place : place + 1]) for place in range(IN_SECTION)]
    rows = Category.objects.filter(parent=None).values_list("pk", *places)
    found = {category: [story for story in stories if story] for category, *stories in rows}
    return {category: stories for category, stories in found.items() if stories}
