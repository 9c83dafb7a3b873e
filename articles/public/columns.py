"""What pages read of rows that are wide, because they have every language: half of a page's time went into columns.

Whatever else of a row is looked at costs a query of its own; tests/articles/public/test_query_counts.py would see it.
Querysets with these are made once, where they are used: to say `only` takes longer than to read the columns.
"""

from collections.abc import Iterable

from modeltranslation.utils import build_localized_fieldname as in_language

from articles.models.naming import CODES


def names(path: str = "") -> list[str]:
    """Return the columns of a name and its address, of the row itself or of one at the end of a path."""
    return below(path, translated("name", "slug"))


def titles(path: str = "") -> list[str]:
    return below(path, translated("title"))


def pictures(path: str = "") -> list[str]:
    return below(path, ["decorative", *translated("alt", "credit")])


def address(path: str = "") -> list[str]:
    """Return the columns that the address of an edition is made of."""
    return below(path, ["language", "slug", "category", *below("category", translated("slug"))])


def card(path: str = "") -> list[str]:
    """Return the columns of an edition's card, with its section and its picture."""
    own = ["article", "kind", "headline", "teaser", "publish_at", "stage", "withdraw_at", "picture"]
    return below(path, [*own, *address(), *below("category", translated("name")), *pictures("picture")])


def translated(*fields: str) -> list[str]:
    return [in_language(field, code) for field in fields for code in CODES]


def below(path: str, columns: Iterable[str]) -> list[str]:
    return [f"{path}__{column}" if path else column for column in columns]
