"""Search in the admin among names, which are kept in a folded form too."""

from django.db.models import QuerySet
from django.http import HttpRequest

from newsroom.staff.searching import MOST_WORDS, any_of

from ..alphabets import folded


class FoldedSearch:
    """A mixin for a ModelAdmin whose search_fields hold folded text (articles/alphabets.py)."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        for word in folded(search_term).split()[:MOST_WORDS]:
            queryset = queryset.filter(any_of(self.get_search_fields(request), "contains", [word]))
        return queryset, True
