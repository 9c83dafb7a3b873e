"""Where pages stand."""

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import override


@lru_cache(maxsize=4096)
def path_of(page: str, language: str, *slugs: str) -> str:
    """Return the path of a page in a language. Remembered, because a page leads to forty others."""
    with override(language):
        return reverse(page, args=slugs)
