"""The picture library meets the newspaper: who may change what of it, which stories use a picture."""

from django.contrib import admin
from django.http import HttpRequest

from newsroom.pictures.admin import PictureAdmin
from newsroom.pictures.models import Picture
from newsroom.staff.roles import Right
from newsroom.staff.searching import AnyCaseSearch

from .uses import KeptWhileNamed
from .wording import WordedByTranslators


@admin.register(Picture)
class PictureLibrary(AnyCaseSearch, KeptWhileNamed, WordedByTranslators, PictureAdmin):
    rights = (Right.PICTURES, Right.WRITE)
    wording = ("alt", "credit")

    def get_fieldsets(self, request: HttpRequest, obj: Picture | None = None) -> list:
        """Show the picture, which is to be described, instead of its file to whoever may not replace that."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if self.may_change(request) else [(None, {"fields": ["shown", "title"]}), *fieldsets[1:]]
