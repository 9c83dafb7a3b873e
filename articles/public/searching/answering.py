"""An answer, as the pages of search and of the quote bank show it."""

from collections.abc import Mapping
from dataclasses import replace

from articles.models.naming import Named
from newsroom.search.backends.pages import Answer, Order
from newsroom.search.engine import backend
from newsroom.search.queries import Query

from .asked import Asked
from .elsewhere import elsewhere, in_other_words
from .facets import facets_of
from .paging import pages_of


def answered(asked: Asked, query: Query, subjects: Mapping[str, Named | None]) -> dict[str, object]:
    """Return what templates show of an answer but its rows, whose keys are in `answer`; raises Away."""
    found, asked = page_of(asked, query)
    # A word that no document has leaves nothing to be found.
    text = "" if found.total else in_other_words(asked, query, subjects)
    return {
        "answer": found,
        "pages": pages_of(asked, found.total),
        "facets": list(facets_of(asked, found.marks, found.total)),
        "best": asked.but(order=Order.BEST).address,
        "newest": asked.but(order=Order.NEWEST).address,
        "elsewhere": list(elsewhere(asked, subjects)),
        "meant": {"text": text, "address": asked.but(text=text).address} if text else None,
    }


def page_of(asked: Asked, query: Query) -> tuple[Answer, Asked]:
    """Return the page that is asked for; beyond the last one it is the last one."""
    found = backend().search(query, asked.order, asked.page)
    if found.keys or not found.total:
        return found, asked
    last = replace(asked, number=pages_of(asked, found.total).last)
    return backend().search(query, last.order, last.page), last
