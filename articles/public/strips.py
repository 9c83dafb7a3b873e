"""What is alike on all pages of a language: breaking news above, what came in last and was read most at the foot."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.template.loader import render_to_string
from django.utils.translation import get_language

from articles.models import Edition
from articles.shown import breaking_in, counted_as, named, shows_list, stories_in
from newsroom.pagecache.readings import most_read as names_read_most
from newsroom.pagecache.shared import ROWS, Strip, shared
from newsroom.pagecache.tags import show

from .cards import Card
from .front import visible

SIZE = 5
OF_LATE = timedelta(hours=24)
FEWEST = 3  # stories, or nothing can be said of what is read most
CANDIDATES = 20  # some have come off the site since


@shared
def breaking() -> Strip:
    """Return the newest story that is breaking news; on its own page nothing is."""
    code = get_language()
    show(breaking_in(code))
    # Chosen and put in order here: asked for it, a database would walk through the whole archive.
    standing = Edition.objects.breaking().select_related("category")
    found = [edition for edition in standing if edition.language == code and edition.is_visible]
    found.sort(key=lambda edition: (edition.publish_at, edition.pk), reverse=True)
    return strip("breaking", found[:1], counted_as)


@shared
def latest() -> Strip:
    """Return the newest stories; one more than there is room for, because a page doesn't show its own."""
    found = list(visible().newest_first().select_related("category")[: SIZE + 1])
    shows_list(stories_in(get_language()), found, size=SIZE + 1)
    return strip("just_in", found, counted_as)


@shared
def most_read() -> Strip:
    """Return the stories that were read most in the last 24 hours."""
    names = names_read_most(f"{stories_in(get_language())}:", OF_LATE, CANDIDATES)
    ids = [int(name.rpartition(":")[2]) for name in names]
    stories = visible().select_related("category").in_bulk(ids)
    show(*(named("edition", story, "headline") for story in ids))  # one that is back has its place again
    found = [stories[story] for story in ids if story in stories][:SIZE]
    return strip("most_read", found, lambda edition: "") if len(found) >= FEWEST else Strip()


def strip(template: str, editions: Iterable[Edition], name_of: Callable[[Edition], str]) -> Strip:
    rows = [
        (name_of(edition), render_to_string(f"articles/_{template}_row.html", {"edition": Card(edition)}))
        for edition in editions
    ]
    return Strip(render_to_string(f"articles/_{template}.html", {"rows": ROWS}), tuple(rows), SIZE)
