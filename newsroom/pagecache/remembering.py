"""Remember what short texts mean. Who sends long ones, of up to 400 KB, is no browser, and would fill the memory."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

LONGEST = 2000  # letters
Meaning = TypeVar("Meaning")


def remembering(number: int) -> Callable[[Callable[..., Meaning]], Callable[..., Meaning]]:
    """Let a function of texts keep what it found for so many of them."""

    def remember(find: Callable[..., Meaning]) -> Callable[..., Meaning]:
        known = lru_cache(number)(find)

        @wraps(find)
        def look_up(*texts: str) -> Meaning:
            return known(*texts) if len(texts[0]) <= LONGEST else find(*texts)

        look_up.cache_clear = known.cache_clear
        return look_up

    return remember
