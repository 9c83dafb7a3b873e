"""A story as it would be with what somebody typed: written down and taken back in one breath, for nobody to see."""

from dataclasses import dataclass

from django import forms
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, QueryDict

from ...desk.saving import for_desk
from ...desk.versions import snapshot
from ...models import Article, Citation, WorkingCopy
from .forms import PartForm
from .left_out import LeftOut, left_out
from .meeting import merged_with


@dataclass(frozen=True)
class AsTyped:
    """The content of a version; `is_whole` unless something that was typed could not be in it, such as `left_out`."""

    content: dict
    is_whole: bool
    left_out: list[LeftOut]


def desk_as_typed(desk: ModelAdmin, unsaved: WorkingCopy) -> AsTyped:
    """Return the content that a version of somebody's unsaved text would have; the database stays as it is.

    What the form would refuse is left as it was saved. Only what that person may write is in it.
    """
    with transaction.atomic():
        article = unsaved.article or Article.objects.create()
        asked = _request_of(unsaved, article)
        _write(asked, desk, article)
        content = snapshot(for_desk(article.pk))
        transaction.set_rollback(True)
    is_lacking, lacks = left_out(asked.POST, content)
    return AsTyped(content, not is_lacking, lacks)


def _request_of(unsaved: WorkingCopy, article: Article) -> HttpRequest:
    """Return a request such as the browser of its writer would send."""
    asked = HttpRequest()
    asked.method, asked.user = "POST", unsaved.person
    asked.user.is_active = True  # what somebody typed while they were here is theirs
    asked.merge = merged_with(article, QueryDict(unsaved.data))
    asked.POST = asked.merge.data
    return asked


def _write(asked: HttpRequest, desk: ModelAdmin, article: Article) -> None:
    form = desk.get_form(asked, article, change=True)(asked.POST, instance=article)
    form.is_valid()
    form.instance.save()
    _pick(form)
    formsets, _inlines = desk._create_formsets(asked, form.instance, change=True)
    # All are asked before one is written: a block that became another takes the words of the old one along.
    for formset in formsets:
        formset.is_valid()
    for formset in formsets:
        _write_parts(formset)


def _pick(form: forms.ModelForm) -> None:
    if {"topics", "authors"} <= form.cleaned_data.keys():
        form._save_m2m()


def _write_parts(formset: BaseInlineFormSet) -> None:
    for part in formset.forms:
        if formset._should_delete_form(part):
            _remove(part)
        elif part.instance.pk:
            part.instance.save()
        elif part.has_changed() and _may_stand(part):
            formset.put_last(part)
            part.instance.save()


def _may_stand(part: PartForm) -> bool:
    """Tell whether a new part can be kept: blocks and points may be half-written, a citation needs its source."""
    part.take_uid()
    return not isinstance(part.instance, Citation) or part.is_valid()


def _remove(part: forms.ModelForm) -> None:
    if part.instance.pk:
        part.instance.delete()
