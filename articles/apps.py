from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """The content of the newspaper: what editors edit and what readers get."""

    name = "articles"
    verbose_name = _("Newspaper")

    def ready(self) -> None:
        from .finding import renaming
        from .new_languages import give_addresses
        from .staleness import changes

        post_migrate.connect(give_addresses, sender=self)
        changes.follow()
        renaming.follow()
