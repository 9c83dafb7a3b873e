"""The picture library meets the newspaper: who may change it, which stories use a picture."""

from django.contrib import admin

from newsroom.editorial.rights import ByRights
from newsroom.pictures.admin import PictureAdmin
from newsroom.pictures.models import Picture
from newsroom.staff.roles import Right

from .searching import AnyCaseSearch
from .uses import KeptWhileNamed


@admin.register(Picture)
class PictureLibrary(AnyCaseSearch, KeptWhileNamed, ByRights, PictureAdmin):
    rights = (Right.PICTURES, Right.WRITE)
