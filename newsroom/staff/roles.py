"""What each role of the newsroom may do. The whole matrix is on this page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    """A thing somebody may be allowed to do, in one language or in all."""

    WRITE = "write", _("write and edit articles")
    TRANSLATE = "translate", _("translate articles")
    PUBLISH = "publish", _("publish and withdraw")
    PICTURES = "pictures", _("keep the picture library")
    STAFF = "staff", _("manage people and settings")


class RoleName(models.TextChoices):
    """A post in the newsroom; `rights` says what comes with it."""

    AUTHOR = "author", _("author")
    TRANSLATOR = "translator", _("translator")
    EDITOR = "editor", _("editor")
    PUBLISHER = "publisher", _("publisher")
    PHOTO_DESK = "photo", _("photo desk")
    ADMINISTRATOR = "admin", _("administrator")

    @property
    def rights(self) -> frozenset[str]:
        return RIGHTS[self]


RIGHTS: dict[str, frozenset[str]] = {
    RoleName.AUTHOR: frozenset({Right.WRITE}),
    RoleName.TRANSLATOR: frozenset({Right.TRANSLATE}),
    RoleName.EDITOR: frozenset({Right.WRITE, Right.TRANSLATE}),
    RoleName.PUBLISHER: frozenset({Right.WRITE, Right.TRANSLATE, Right.PUBLISH}),
    RoleName.PHOTO_DESK: frozenset({Right.PICTURES}),
    RoleName.ADMINISTRATOR: frozenset(Right.values),
}
