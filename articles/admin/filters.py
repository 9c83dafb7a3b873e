"""What a list of stories is narrowed by."""

from collections.abc import Iterator

from django.contrib.admin import ModelAdmin, RelatedFieldListFilter, SimpleListFilter
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from newsroom.editorial.stages import Stage
from newsroom.staff.amounts import Amount

from ..models import Article, Author, Authorship, Edition
from ..models.edition import IS_OPEN, IS_PUBLISHED, is_its_time
from ..models.naming import CODES

# Nobody waits for a translation of what is older than so many stories.
NEWEST = 2000


def live() -> Q:
    return IS_PUBLISHED & is_its_time()


def scheduled() -> Q:
    return IS_PUBLISHED & Q(publish_at__gt=timezone.now())


def withdrawn(stories: QuerySet) -> QuerySet:
    """Keep the stories of editions that were withdrawn, and of those that came off by themselves."""
    by_hand = Edition.objects.filter(IS_OPEN, stage=Stage.WITHDRAWN).values("article")
    # Two queries in one, because a database finds neither by an index that is to serve both.
    return stories.filter(pk__in=by_hand.union(Edition.objects.run_out(timezone.now()).values("article")))


def with_an_edition(stories: QuerySet, condition: Q) -> QuerySet:
    """Keep the stories of some editions, which are to be few: the database looks at all of them first."""
    return stories.filter(pk__in=Edition.objects.filter(condition).values("article"))


def mine(stories: QuerySet, person: object) -> QuerySet:
    """Keep the stories somebody wrote or changed last."""
    return stories.filter(
        Q(changed_by=person) | Q(pk__in=Authorship.objects.filter(author__person=person).values("article"))
    )


def newest_originals(**fields: str) -> QuerySet:
    """Return the editions from which translations are made: live, in the original language, of the newest stories."""
    originals = Edition.objects.filter(live(), article__original_language=F("language"), **fields)
    return originals.newest_first()[:NEWEST]


class SavedView(SimpleListFilter):
    """The views an editor goes back to, as words with counts."""

    title = _("view")
    parameter_name = "view"
    template = "admin/views.html"
    as_words = True
    EDITIONS = {
        "review": lambda: IS_OPEN & Q(stage=Stage.REVIEW),
        "scheduled": scheduled,
        "changed": lambda: IS_OPEN & live() & Q(unpublished__gt=0),
    }

    def __init__(self, request: HttpRequest, params: dict, model: type[Article], model_admin: ModelAdmin) -> None:
        super().__init__(request, params, model, model_admin)
        stories = Article.objects.all()
        self.counts = {name: Amount.of(with_an_edition(stories, of())) for name, of in self.EDITIONS.items()}

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        return [
            ("mine", _("Mine")),
            ("review", _("In review")),
            ("scheduled", _("Scheduled")),
            ("changed", _("Changed, not published")),
        ]

    def choices(self, changelist: ChangeList) -> Iterator[dict]:
        names = [None, *(name for name, _label in self.lookup_choices)]
        for name, choice in zip(names, super().choices(changelist), strict=True):
            yield choice | {"count": self.counts.get(name)} | ({} if name else _everything(changelist))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "mine":
            return mine(queryset, request.user)
        condition = self.EDITIONS.get(self.value())
        return with_an_edition(queryset, condition()) if condition else queryset


def _everything(changelist: ChangeList) -> dict:
    """Let “All” lead to all, and be marked only where all are shown."""
    narrowed = changelist.has_active_filters or changelist.query
    return {"query_string": changelist.get_query_string(remove=[*changelist.get_filters_params(), SEARCH_VAR]),
            "selected": not narrowed}  # fmt: skip


class OneStory(SimpleListFilter):
    """A single story to look at, by its number in the address; the list says that it is one of many."""

    title = _("story")
    parameter_name = "id"
    template = "admin/one_story.html"
    as_words = True

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        return [(story.pk, story) for story in self._asked(Article.objects.all())] if self.value() else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return self._asked(queryset) if self.value() else queryset

    def _asked(self, stories: QuerySet) -> QuerySet:
        return stories.filter(pk=self.value()) if self.value().isdecimal() else stories.none()


class StateFilter(SimpleListFilter):
    """Stories that stand so in at least one language."""

    title = _("state")
    parameter_name = "state"
    EDITIONS = {
        "draft": lambda: IS_OPEN & Q(stage=Stage.DRAFT),
        "behind": lambda: IS_OPEN & Q(behind__gt=F("missing")),
    }

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        return [
            ("live", _("live")),
            ("draft", _("draft")),
            ("behind", _("original changed")),
            ("withdrawn", _("withdrawn")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "withdrawn":
            return withdrawn(queryset)
        if self.value() == "live":
            return queryset.filter(Exists(Edition.objects.filter(live(), article=OuterRef("pk"))))
        condition = self.EDITIONS.get(self.value())
        return with_an_edition(queryset, condition()) if condition else queryset


class TranslationFilter(SimpleListFilter):
    """The newest live stories that a language lacks or in which it is behind."""

    title = _("waiting for translation")
    parameter_name = "translation"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        return [(code, get_language_info(code)["name_local"].capitalize()) for code in CODES]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in CODES:
            return queryset
        up_to_date = Edition.objects.filter(language=self.value(), behind=0, article=OuterRef("pk"))
        return queryset.filter(~Exists(up_to_date), pk__in=newest_originals().values("article"))


class CategoryFilter(RelatedFieldListFilter):
    """Stories of one category, or, as the last choice, of none."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.empty_value_display = _("none")


class AuthorFilter(SimpleListFilter):
    """Stories that one author signed, or, as the last choice, the last changed ones that nobody signed."""

    title = _("authors")
    parameter_name = "author"
    NOBODY = "none"
    MOST = 300  # names in a menu; the list of authors leads to the stories of others

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        desk = model_admin.admin_site.get_model_admin(Author)
        authors = list(Author.objects.order_by(*desk.get_ordering(request))[: self.MOST])
        if self.value() and self.value().isdecimal():
            authors += Author.objects.filter(pk=self.value()).exclude(pk__in=[each.pk for each in authors])
        return [*((str(author.pk), author) for author in authors), (self.NOBODY, _("none"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in dict(self.lookup_choices):
            return queryset
        if self.value() != self.NOBODY:
            return queryset.filter(pk__in=Authorship.objects.filter(author=self.value()).values("article"))
        newest = Article.objects.order_by("-changed", "-pk")[: Amount.MOST]
        signed = Authorship.objects.filter(article=OuterRef("pk"))
        return queryset.filter(~Exists(signed), pk__in=newest.values("pk"))
