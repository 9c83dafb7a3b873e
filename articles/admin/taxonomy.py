from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.staff.roles import Right

from ..models import Category, Topic
from .merging import Merging
from .naming import NamedAdmin, side_by_side


@admin.register(Category)
class CategoryAdmin(NamedAdmin):
    rights = (Right.STAFF,)
    wording = ()
    list_display = ["shown", "parent", "position", "languages_without"]
    list_select_related = ["parent"]
    fieldsets = [
        (None, {"fields": [side_by_side("name"), side_by_side("description"), ("parent", "position")]}),
        (_("Address"), {"fields": [side_by_side("slug")]}),
    ]

    def get_ordering(self, request: HttpRequest) -> list:
        return ["position", "pk"]


@admin.register(Topic)
class TopicAdmin(Merging, NamedAdmin):
    fieldsets = [
        (None, {"fields": [side_by_side("name")]}),
        (_("Address"), {"fields": [side_by_side("slug")]}),
    ]
