from django.apps import AppConfig


class SecurityConfig(AppConfig):
    """The headers every answer carries, and the checks that they are there."""

    name = "newsroom.security"

    def ready(self) -> None:
        from . import checks  # noqa: F401
