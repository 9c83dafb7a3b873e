"""A story as it would be with what somebody typed: written down and taken back in one breath, for nobody to see."""

from django import forms
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, QueryDict

from ...desk.saving import for_desk
from ...desk.versions import snapshot
from ...models import Article, WorkingCopy
from .forms import PartForm
from .meeting import merged_with


def desk_as_typed(desk: ModelAdmin, unsaved: WorkingCopy) -> dict:
    """Return the content that a version of somebody's unsaved text would have; the database stays as it is.

    What the form would refuse is left as it was saved. Only what that person may write is in it.
    """
    with transaction.atomic():
        article = unsaved.article or Article.objects.create()
        asked = _request_of(unsaved, article)
        _write(asked, desk, article)
        content = snapshot(for_desk(article.pk))
        transaction.set_rollback(True)
    return content


def _request_of(unsaved: WorkingCopy, article: Article) -> HttpRequest:
    """Return a request such as the browser of its writer would send."""
    asked = HttpRequest()
    asked.method, asked.user = "POST", unsaved.person
    asked.merge = merged_with(article, QueryDict(unsaved.data))
    asked.POST = asked.merge.data
    return asked


def _write(asked: HttpRequest, desk: ModelAdmin, article: Article) -> None:
    form = desk.get_form(asked, article, change=True)(asked.POST, instance=article)
    form.is_valid()
    form.instance.save()
    _pick(form)
    formsets, _inlines = desk._create_formsets(asked, form.instance, change=True)
    for formset in formsets:
        _write_parts(formset)


def _pick(form: forms.ModelForm) -> None:
    if {"topics", "authors"} <= form.cleaned_data.keys():
        form._save_m2m()


def _write_parts(formset: BaseInlineFormSet) -> None:
    formset.is_valid()
    for part in formset.forms:
        if formset._should_delete_form(part):
            _remove(part)
        elif part.instance.pk:
            part.instance.save()
        elif part.has_changed() and _may_stand(part):
            formset.put_last(part)
            part.instance.save()


def _may_stand(part: forms.ModelForm) -> bool:
    """Tell whether a new part can be kept: blocks and points may be half-written, a citation needs its source."""
    if isinstance(part, PartForm):
        part.take_uid()
        return True
    return part.is_valid()


def _remove(part: forms.ModelForm) -> None:
    if part.instance.pk:
        part.instance.delete()
