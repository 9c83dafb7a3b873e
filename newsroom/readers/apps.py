from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class ReadersConfig(AppConfig):
    """Who is reading: what they agreed to and in which language they read."""

    name = "newsroom.readers"
    verbose_name = _("Readers")

    def ready(self) -> None:
        from . import checks  # noqa: F401
        from .models import RegistryEntry, Wording
        from .receivers import follow_registry, follow_words, seed

        post_migrate.connect(seed, sender=self)
        for changed in (post_save, post_delete):
            changed.connect(follow_registry, sender=RegistryEntry)
            changed.connect(follow_words, sender=Wording)
