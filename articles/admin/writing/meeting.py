"""Where two saves of one story meet: the form is brought up to what was saved since it was opened.

A form has a key of its own. Sent twice, because the answer to the first never came, it is known by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.db.models import Max, Model
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext

from newsroom.staff.models import Person

from ...desk.bases import Base, CameAlong, base_between
from ...desk.meanwhile import saved_since
from ...desk.merged_since import in_form
from ...desk.merging import CHOICE, Conflict, Merge, merge
from ...desk.returning import remember, removed_parts
from ...desk.saving import for_desk
from ...desk.sent import as_sent
from ...desk.versions import number_in, snapshot
from ...markup import words_of
from ...models import Article, Version, WorkingCopy
from ..states import moment
from .complaints import name_of_part
from .typing import CONTINUES, continued
from .widgets import Prose

REMEMBERED = 20  # versions; a browser that comes back after more of them offers a text that was saved long ago


@dataclass(frozen=True)
class Choice:
    """Two texts of one place: what stands in the form, and what somebody saved meanwhile."""

    name: str
    place: str
    anchor: str
    mine: str
    theirs: str
    by: str
    when: str
    language: str
    is_removal: bool

    @property
    def radio(self) -> str:
        return CHOICE + self.name

    @property
    def differs_in_marks(self) -> bool:
        return not self.is_removal and self.mine == self.theirs


def opened_at(article: Article | None, person: Person) -> tuple[int, list[UUID]]:
    """Return the number of the newest version of a story, 0 when there is none, and which forms of a person it has."""
    if article is None or not article.pk:
        return 0, []
    last = list(article.versions.of_the_desk().order_by("-number").values_list("number", "key", "by")[:REMEMBERED])
    return last[0][0] if last else 0, [key for _number, key, by in last if key and by == person.pk]


def saved_with(key: str) -> Version | None:
    """Return the version that a form made, if it was saved already."""
    try:
        return Version.objects.filter(key=UUID(key)).first()
    except ValueError:
        return None


def bring_up_to_date(request: HttpRequest, article: Article) -> bool:
    """Put in the place of the form that was sent what comes of it and of what is saved; tell whether it has news.

    The story is to be locked.
    """
    request.base, request.stood = base_of(article, request.POST), snapshot(for_desk(article.pk))
    request.meanwhile = saved_since(article, request.base, request.user)
    request.merge = _merged(article, request.POST, request.base, request.stood)
    request.POST = request.merge.data
    return request.merge.has_news


def came_alone(request: HttpRequest) -> bool:
    """Take the form of a new story, which meets no other save: all of it is news."""
    request.POST = in_form(request.POST)
    return True


def came_along_with(request: HttpRequest) -> CameAlong | None:
    """Return what others saved that comes along with this save: until the page of its form has it, the form has not."""
    return CameAlong(request.base.content, request.stood) if request.meanwhile else None


def open_unsaved(request: HttpRequest, object_id: str | None) -> None:
    """Let a form go on with the unsaved text that its address names, together with what was saved since."""
    if CONTINUES not in request.GET:
        return
    article = Article.objects.filter(pk=object_id).first() if object_id and object_id.isdecimal() else None
    copy = continued(request, article)
    if copy:
        data = in_form(QueryDict(copy.data))
        request.merge = merged_with(article, data) if article else Merge(data)


def merged_with(article: Article, sent: QueryDict) -> Merge:
    """Merge a form with what is saved by now; it then counts as opened now."""
    return _merged(article, sent, base_of(article, sent), snapshot(for_desk(article.pk)))


def _merged(article: Article, sent: QueryDict, base: Base | None, stood: dict) -> Merge:
    merged = merge(in_form(sent), base.content if base else None, stood)
    merged.data["base"] = str(article.versions.of_the_desk().aggregate(newest=Max("number"))["newest"] or 0)
    remember(merged.conflicts, merged.data, base)
    merged.returning = removed_parts(article, merged.data)
    return merged


def base_of(article: Article, sent: QueryDict) -> Base | None:
    """Return what a form that was sent had in front of it."""
    opened_at = article.versions.of_the_desk().filter(number=number_in(sent.get("base"))).first()
    return base_between(opened_at, saved_with(sent.get("key", "")))


def is_saved(copy: WorkingCopy) -> bool:
    """Tell whether a text that was kept has nothing that is not saved."""
    version = saved_with(str(copy.key))
    article = copy.article or (version and version.article)
    return article is not None and has_nothing_new(article, QueryDict(copy.data))


def still_unsaved(copies: Iterable[WorkingCopy]) -> list[WorkingCopy]:
    """Leave out what came after its form was saved; by as many queries for many new stories as for one."""
    copies = list(copies)
    saved = set(Version.objects.filter(key__in=[copy.key for copy in copies]).values_list("key", flat=True))
    return [copy for copy in copies if not (copy.article or copy.key in saved) or not is_saved(copy)]


def has_nothing_new(article: Article, sent: QueryDict) -> bool:
    return not merged_with(article, sent).has_news


def conflicts_of(request: HttpRequest) -> tuple[Conflict, ...]:
    return tuple(request.merge.conflicts) if hasattr(request, "merge") else ()


def returning_in(request: HttpRequest) -> dict[str, Model]:
    """Return by their uid the parts that a form brings back though somebody removed them."""
    return request.merge.returning if hasattr(request, "merge") else {}


def unsaved_data(request: HttpRequest) -> QueryDict | None:
    """Return the unsaved text that a form is opened with."""
    return request.merge.data if request.method == "GET" and hasattr(request, "merge") else None


def choices_of(
    conflicts: Iterable[Conflict], form: forms.ModelForm, formsets: Iterable[BaseInlineFormSet]
) -> list[Choice]:
    """Return what is to be chosen, in the words of the form."""
    conflicts = list(conflicts)
    if not conflicts:
        return []
    newest = form.instance.versions.of_the_desk().select_related("by").order_by("-number").first()
    by, when = str(newest.by or gettext("Somebody")), moment(newest.when, with_time=True)
    fields = {name: (part, field) for part, field, name in _fields(form, formsets)}
    return [_choice(each, *fields[each.name], by, when) for each in conflicts if each.name in fields]


def _fields(form: forms.ModelForm, formsets: Iterable[BaseInlineFormSet]) -> Iterable[tuple]:
    for part in [form, *(each for formset in formsets for each in formset.forms)]:
        for field in part:
            yield part, field, field.html_name


def _choice(conflict: Conflict, part: forms.ModelForm, field: forms.BoundField, by: str, when: str) -> Choice:
    place = [name_of_part(part)] if part.prefix else []
    if not conflict.is_removal:
        place.append(capfirst(str(field.label)))
    shown = next(iter(part.rows), None) if conflict.is_removal and hasattr(part, "rows") else None
    anchor = shown.cells[0].field.id_for_label if shown else field.id_for_label
    return Choice(
        name=conflict.name,
        place=" · ".join(place),
        anchor=anchor,
        mine=_words(field, field.value()),
        theirs="" if conflict.is_removal else _words(field, conflict.theirs),
        by=by,
        when=when,
        language=field.field.widget.attrs.get("lang", ""),
        is_removal=conflict.is_removal,
    )


def _words(field: forms.BoundField, value: object) -> str:
    """Return what stands in a field as its reader sees it: names instead of numbers."""
    queryset = getattr(field.field, "queryset", None)
    if queryset is not None:
        found = queryset.filter(pk__in=value if isinstance(value, list) else [value or 0])
        return ", ".join(map(str, found))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = dict(getattr(field.field, "choices", ())).get(value) or as_sent(value)
    return words_of(text) if isinstance(field.field.widget, Prose) else text
