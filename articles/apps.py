from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """The content of the newspaper: what editors edit and what readers get."""

    name = "articles"
    verbose_name = _("Newspaper")
