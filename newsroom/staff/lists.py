"""Every list of the desk: however many rows a table has, opening one of its pages costs the same."""

from django.contrib.admin import ModelAdmin, ShowFacets
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .amounts import Amount, grouped


class Pages(Paginator):
    """Pages of as many rows as are counted; a number beyond either end leads to that end.

    The keys of a page are looked up first, so that what comes before it and what is sorted stays narrow.
    """

    @cached_property
    def amount(self) -> Amount:
        """Count what a first page doesn't hold."""
        begun = len(self._beginning)
        return Amount(begun) if begun <= self.per_page else Amount.of(self.object_list)

    @property
    def count(self) -> int:
        return self.amount.countable

    @property
    def rest(self) -> str:
        """Return what to say where there are more rows than pages lead to."""
        if self.amount.is_exact:
            return ""
        return _("Pages lead to the first %(number)s. Search or filter to see others.") % {
            "number": grouped(self.amount.countable)
        }

    def page(self, number: object) -> Page:
        number = self.validate_number(number)
        return self._get_page(self.object_list.filter(pk__in=self.keys(number)), number, self)

    def keys(self, number: int) -> list:
        """Return the keys of the rows on a page."""
        if number not in self._found:
            begin = (number - 1) * self.per_page
            self._found[number] = self._keys(begin, begin + self.per_page)
        return self._found[number]

    @cached_property
    def _found(self) -> dict[int, list]:
        return {1: self._beginning[: self.per_page]}

    @cached_property
    def _beginning(self) -> list:
        return self._keys(0, self.per_page + 1)

    def _keys(self, begin: int, end: int) -> list:
        return list(self.object_list.values_list("pk", flat=True)[begin:end])

    def validate_number(self, number: object) -> int:
        try:
            return super().validate_number(number)
        except EmptyPage:
            return 1 if int(number) < 1 else self.num_pages


class FlatChangeList(ChangeList):
    def apply_select_related(self, qs: QuerySet) -> QuerySet:
        # Not from FlatLists, which comes first and would hide what its own ModelAdmin says.
        defer, prefetch = (getattr(self.model_admin, name, ()) for name in ("list_defer", "list_prefetch"))
        return super().apply_select_related(qs).defer(*defer).prefetch_related(*prefetch)

    def get_results(self, request: HttpRequest) -> None:
        """Fetch the rows of the page by their keys alone: beside a filter SQLite may look them up by that."""
        super().get_results(request)
        self.page_num = self.paginator.validate_number(self.page_num)
        rows = self.apply_select_related(self.root_queryset).order_by(*self.queryset.query.order_by)
        self.result_list = rows.filter(pk__in=self.paginator.keys(self.page_num))


class FlatLists(ModelAdmin):
    """What the desk puts before every ModelAdmin that is registered with it.

    One may have `list_defer`, names of what no row shows, and `list_prefetch`, of what rows show of other tables.
    """

    paginator = Pages
    show_full_result_count = False
    show_facets = ShowFacets.NEVER

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        return FlatChangeList
