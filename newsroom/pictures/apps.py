from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PicturesConfig(AppConfig):
    """The picture library: uploads, credits, the sizes readers get."""

    name = "newsroom.pictures"
    verbose_name = _("Pictures")
