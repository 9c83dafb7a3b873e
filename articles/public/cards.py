"""A story as pages other than its own show it."""

from articles.models import Edition
from articles.shown import shows


class Card:
    """An edition of which only what a page looks at is part of the page: a change of the rest leaves it alone.

    It equals its edition.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def __getattr__(self, part: str) -> object:
        shows(self.edition, part)
        return getattr(self.edition, part)

    def __eq__(self, other: object) -> bool:
        return self.edition == (other.edition if isinstance(other, Card) else other)

    def __hash__(self) -> int:
        return hash(self.edition)

    @property
    def pk(self) -> int:
        return self.edition.pk

    @property
    def address(self) -> str:
        return self.edition.get_absolute_url()
