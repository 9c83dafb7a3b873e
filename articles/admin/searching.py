"""Search at the desk: among names, which are kept in a folded form too, and among stories, published or not."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.search.backends.pages import MOST, Away, Order
from newsroom.search.engine import backend
from newsroom.search.queries import read
from newsroom.search.terms import terms
from newsroom.staff.searching import MOST_WORDS, AnyCaseSearch, any_of

from ..alphabets import folded
from ..finding.entries import STORY
from ..models import Article, Edition
from ..models.edition import IS_OPEN, IS_PUBLISHED
from ..models.naming import CODES


class FoldedSearch:
    """A mixin for a ModelAdmin whose search_fields hold folded text (articles/alphabets.py)."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        for word in folded(search_term).split()[:MOST_WORDS]:
            queryset = queryset.filter(any_of(self.get_search_fields(request), "contains", parts_of(word)))
        return queryset, True


def parts_of(word: str) -> set[str]:
    """Return what a name may have of a word: its letters as far as they are typed, or the word in its first case."""
    return {word} | {key.rstrip("-") for code in CODES for key in terms(word, code)}


class StorySearch(AnyCaseSearch):
    """A mixin for the ModelAdmin of stories.

    What readers have is found as readers find it, by any form of a word in the text of any language, the newest MOST of
    each. What only the desk has is found by a part of its headline.
    """

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        others = Article.objects.filter(pk__in=not_with_readers())
        others, _repeats = super().get_search_results(request, others, search_term)
        found = Q(pk__in=others.order_by().values("pk"))
        try:
            found |= Q(pk__in=published_with(search_term))
        except Away:
            words = _("The index doesn’t answer just now: what readers have was not searched. Try again in a minute.")
            messages.warning(request, words)
        return queryset.filter(found), False


def not_with_readers() -> QuerySet:
    """Return the stories of which the desk has something that readers haven't, in any language: never many."""
    # One query for each condition, because for all of them at once a database would read the whole archive.
    to_come = Edition.objects.filter(IS_PUBLISHED, publish_at__gt=timezone.now())
    over = Edition.objects.run_out(timezone.now())
    return Edition.objects.filter(IS_OPEN).values("article").union(to_come.values("article"), over.values("article"))


def published_with(text: str) -> list[int]:
    """Return the stories that readers find in any language."""
    queries = [read(text, code).among(STORY) for code in CODES]
    keys = [key for query in queries if query.words for key in backend().search(query, Order.NEWEST, slice(MOST)).keys]
    return list(Edition.objects.filter(pk__in=keys).values_list("article", flat=True))
