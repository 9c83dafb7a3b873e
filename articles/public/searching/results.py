"""The stories that were found, each with the passage that answers the question."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from articles.finding.entries import texts_of
from articles.models import Edition
from newsroom.search.queries import Query
from newsroom.search.snippets import Marker

from .. import columns

FOUND = Edition.objects.select_related("category", "live").only("live__content", *columns.card())


@dataclass(frozen=True)
class Hit:
    """A story as the page of results shows it; both texts are HTML with the words marked."""

    edition: Edition
    headline: SafeString
    passage: SafeString


def hits_of(keys: Sequence[int], query: Query) -> list[Hit]:
    """Return the stories with these keys that readers can have now, in their order."""
    editions = FOUND.visible().in_bulk(keys)
    marker = Marker(query)
    return [hit_of(editions[key], marker) for key in keys if key in editions]


def hit_of(edition: Edition, marker: Marker) -> Hit:
    text = " ".join(texts_of(edition.live.content))
    return Hit(edition, marker.whole(edition.headline), marker.passage(text))
