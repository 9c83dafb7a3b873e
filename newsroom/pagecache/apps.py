from django.apps import AppConfig


class PagecacheConfig(AppConfig):
    """Pages alike for everybody, with slots for what one reader alone is told."""

    name = "newsroom.pagecache"

    def ready(self) -> None:
        from . import checks  # noqa: F401
