from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Words and indexes: what a word of a language is found by, and the documents that hold it."""

    name = "newsroom.search"

    def ready(self) -> None:
        from . import checks  # noqa: F401
