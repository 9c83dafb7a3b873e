from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """How work moves through a newsroom: stages, versions, rights. Abstract, so no tables."""

    name = "newsroom.editorial"
