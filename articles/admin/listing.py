"""The list of stories: one column a language, views in words, search in every language."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import admin
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ..models import Article, Edition
from ..models.naming import CODES
from .filters import AuthorFilter, CategoryFilter, OneStory, SavedView, StateFilter, TranslationFilter
from .searching import StorySearch
from .states import moment, state_of


def language_column(code: str) -> Callable[[Article], SafeString]:
    """Return the column that says how stories stand in one language."""

    @admin.display(description=code)
    def column(article: Article) -> SafeString:
        return state_of(edition_in(article, code)).as_short_html()

    column.__name__ = f"in_{code}"
    return column


def edition_in(article: Article, code: str) -> Edition | None:
    return next((edition for edition in article.editions.all() if edition.language == code), None)


class ArticleList(StorySearch):
    """A mixin for the ModelAdmin of stories; however many rows, the same number of queries."""

    list_display = ("shown", *map(language_column, CODES), "section", "when", "last_change")
    list_filter = (SavedView, OneStory, StateFilter, TranslationFilter, ("category", CategoryFilter), AuthorFilter)
    list_select_related = ("category", "changed_by")
    list_prefetch = ("editions",)
    list_defer = tuple(field for field in Article.TRANSLATED if field != "headline")
    list_per_page = 50
    search_fields = tuple(f"headline_{code}" for code in CODES)
    search_help_text = _("Search stories in every language")
    ordering = ("-changed", "-pk")

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Show the list without the scripts of the form, which look for what only a form has."""
        return super().changelist_view(request, {"media": Media()} | (extra_context or {}))

    @admin.display(description=_("headline"))
    def shown(self, article: Article) -> SafeString:
        text = str(article)
        language = next((code for code in (article.original_language, *CODES) if article.text("headline", code)), "")
        return format_html('<span lang="{}">{}</span>', language or settings.LANGUAGE_CODE, text)

    @admin.display(description=_("category"))
    def section(self, article: Article) -> str:
        return str(article.category or "")

    @admin.display(description=_("when"))
    def when(self, article: Article) -> str:
        """Say when the story went live first, or will."""
        first = min((edition.publish_at for edition in article.editions.all() if edition.publish_at), default=None)
        return moment(first, with_time=first > timezone.now()) if first else ""

    @admin.display(description=_("last change"), ordering="changed")
    def last_change(self, article: Article) -> str:
        who = article.changed_by and (article.changed_by.first_name or article.changed_by.username)
        return " · ".join(filter(None, [who, moment(article.changed)]))
