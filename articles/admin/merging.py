"""The page on which two rows become one: which is the other, what each of them has, which of them stays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.db.models.options import Options
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.translator import translator

from ..merging.likely import doubled, like
from ..merging.merge import DERIVED, CannotMerge, check, merge
from ..merging.relations import keys_to, rows_at
from ..models import Article, Authorship, Block, Citation, FormerSlug, Merger, Quote, Speaker
from ..models.listings import Listing
from ..models.naming import CODES, Named
from .writing.columns import own_name

FOUND = 20
LIKELY = 5
ON_THE_DESK = gettext_lazy("stories on the desk")
WORDS = {
    Block: gettext_lazy("quotes on the desk"),
    Quote: gettext_lazy("published quotes"),
    Authorship: ON_THE_DESK,
    Citation: ON_THE_DESK,
    Article.topics.through: ON_THE_DESK,
}


@dataclass(frozen=True)
class Line:
    """What two rows have of one thing, in their order."""

    label: str
    values: tuple[object, object]


class Merging(ModelAdmin):
    """A mixin for the ModelAdmin of what can be merged."""

    change_form_template = "admin/articles/named/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<int:object_id>/merge/", view, name=self._name("merge")), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: object, obj: Named | None = None, **kwargs: object
    ) -> HttpResponse:
        if obj and self.may_change(request):
            context["merge_url"] = reverse(f"{self.admin_site.name}:{self._name('merge')}", args=[obj.pk])
            context["likely"] = like(obj)[:LIKELY] if isinstance(obj, Speaker) else ()
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def merge_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Ask which other row is the same, then which of the two stays, and merge them."""
        if not self.may_change(request):
            raise PermissionDenied
        asked = (request.POST if request.method == "POST" else request.GET).get("with", "")
        chosen = int(asked) if is_id(asked) else 0
        if stayed := self._stayed(object_id, chosen):
            return self._led_on(request, stayed)
        row = get_object_or_404(self.model, pk=object_id)
        other = self.model._default_manager.filter(pk=chosen).first()
        try:
            if other:
                check(row, other)
            elif request.method == "POST":
                raise CannotMerge(_("Choose with whom or what to merge."))
            return self._merged(request, row, other) if request.method == "POST" else self._asked(request, row, other)
        except CannotMerge as refusal:
            messages.error(request, str(refusal))
            return redirect(f"{self.admin_site.name}:{self._name('merge')}", row.pk)

    def _merged(self, request: HttpRequest, row: Named, other: Named) -> HttpResponse:
        into, duplicate = (other, row) if request.POST.get("stays") == str(other.pk) else (row, other)
        merge(into, duplicate, request.user)
        told = {"gone": duplicate, "stays": into}
        messages.success(request, _("“%(gone)s” is one with “%(stays)s” now: all of it has moved here.") % told)
        return redirect(f"{self.admin_site.name}:{self._name('change')}", into.pk)

    def _asked(self, request: HttpRequest, row: Named, other: Named | None) -> HttpResponse:
        context = self.admin_site.each_context(request) | {"opts": self.opts, "row": row, "title": _("Merge")}
        if other:
            both = row, other
            context |= {"both": [(each, described(each)) for each in both], "lines": list(lines_of(both))}
            context |= {"stays": max(both, key=weight), "keeps_names": isinstance(row, Speaker)}
            return TemplateResponse(request, "admin/articles/named/merge_two.html", context)
        query = request.GET.get("q", "")
        found = self._found(request, row, query) if query.strip() else ()
        context |= {"query": query, "found": named(found), "likely": named(like(row)[:FOUND])}
        return TemplateResponse(request, "admin/articles/named/merge.html", context)

    def _found(self, request: HttpRequest, row: Named, query: str) -> QuerySet[Named]:
        rows, _may_repeat = self.get_search_results(request, self.get_queryset(request), query)
        return rows.exclude(pk=row.pk).distinct().order_by("pk")[:FOUND]

    def _stayed(self, *ids: int) -> int | None:
        """Return the row that stands for one of these, if one is gone because it was merged."""
        return next(iter(Merger.among((self.model.KIND, pk) for pk in ids).values()), None)

    def _led_on(self, request: HttpRequest, stayed: int) -> HttpResponse:
        messages.info(request, _("This was merged already. Here is the one that stayed."))
        return redirect(f"{self.admin_site.name}:{self._name('change')}", stayed)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Options, object_id: str) -> HttpResponse:
        """Lead from the form of what was merged to that of what stayed."""
        stayed = self._stayed(int(object_id)) if is_id(object_id) else None
        return (
            self._led_on(request, stayed)
            if stayed
            else super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        )

    def _name(self, view: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{view}"


class PossibleDuplicates(SimpleListFilter):
    """Speakers who share a name, an alias or a number at Wikidata with another."""

    title = gettext_lazy("duplicates")
    parameter_name = "likely"
    template = "admin/views.html"
    as_words = True

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        return [("twice", gettext_lazy("Possible duplicates"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(pk__in=doubled(queryset.model)) if self.value() else queryset


def is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def named(rows: Iterable[Named]) -> list[tuple[Named, str]]:
    return [(row, described(row)) for row in rows]


def described(row: Named) -> str:
    """Return what tells a row from another of the same name: its other names, and the words of its address."""
    names = dict.fromkeys(name for code in CODES if (name := row.name_in(code)) and name != str(row))
    slugs = dict.fromkeys(f"/{row.slug_in(code)}/" for code in CODES if row.slug_in(code))
    return " · ".join([*names, *slugs])


def weight(row: Named) -> int:
    """Return how much points to a row: by default the one that stays is the one with more."""
    return sum(rows_at(key, row).count() for key in keys_to(type(row)))


def lines_of(both: tuple[Named, Named]) -> Iterator[Line]:
    """Give what stands in the fields of two rows, and the numbers of what moves."""
    yield from _facts(both)
    for key in keys_to(type(both[0])):
        yield Line(capfirst(str(_word_for(key.model))), tuple(rows_at(key, row).count() for row in both))
    yield Line(_("Addresses"), tuple(_addresses(row) for row in both))


def _facts(both: tuple[Named, Named]) -> Iterator[Line]:
    translated = translator.get_options_for_model(type(both[0])).get_field_names()
    for field in both[0]._meta.concrete_fields:
        original = getattr(field, "translated_field", field)
        if field.primary_key or field.name in translated or original.name in DERIVED:
            continue
        values = tuple(getattr(row, field.name) or "" for row in both)
        language = f" · {own_name(field.language)}" if original is not field else ""
        if any(values):
            yield Line(f"{capfirst(str(original.verbose_name))}{language}", values)


def _word_for(model: type[Model]) -> str:
    if issubclass(model, Listing):
        return gettext_lazy("published stories, in all languages")
    return WORDS.get(model, model._meta.verbose_name_plural)


def _addresses(row: Named) -> int:
    left = FormerSlug.objects.filter(kind=row.KIND, object_id=row.pk).count()
    return left + sum(bool(row.slug_in(code)) for code in CODES)
