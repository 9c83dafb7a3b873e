from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    """Who works here: people, their roles, how they come in."""

    name = "newsroom.staff"
    verbose_name = _("Staff")
