"""The pages of an answer."""

from dataclasses import dataclass

from .asked import LAST_PAGE, SIZE, Asked


@dataclass(frozen=True)
class Pages:
    """Which page of how many this is, and the addresses of its neighbours, if it has any."""

    number: int
    last: int
    previous: str
    following: str


def pages_of(asked: Asked, total: int) -> Pages:
    last = min(max(-(-total // SIZE), 1), LAST_PAGE)
    number = min(asked.number, last)
    previous = asked.but(number=number - 1).address if number > 1 else ""
    following = asked.but(number=number + 1).address if number < last else ""
    return Pages(number, last, previous, following)
