from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin with our site in it; named in INSTALLED_APPS in its place."""

    default_site = "newsroom.staff.site.Desk"
