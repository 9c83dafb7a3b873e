from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReadersConfig(AppConfig):
    """Who is reading: what they agreed to and in which language they read."""

    name = "newsroom.readers"
    verbose_name = _("Readers")

    def ready(self) -> None:
        from . import checks  # noqa: F401
        from .seeding import seed

        post_migrate.connect(seed, sender=self)
