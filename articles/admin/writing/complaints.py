"""What is wrong with a form as sent, in sentences that name the place and the language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ...desk.completeness import Problem
from .story import SHARED


@dataclass(frozen=True)
class Complaint:
    """`place` names the field, e.g. “Headline · Polski”; `anchor` is the id to jump to, if there is one.

    `elsewhere` is the address of the page where it is mended, when that is not the form.
    """

    place: str
    message: str
    anchor: str
    elsewhere: str = ""


def complaints_of(form: forms.ModelForm, formsets: Iterable[BaseInlineFormSet]) -> list[Complaint]:
    """Return every error of the story's form and of its parts, in the order of the page."""
    if not form.is_bound:
        return []
    found = list(_of_a_form(form, ""))
    for formset in formsets:
        for part in formset.forms:
            found += _of_a_form(part, name_of_part(part))
        found += [Complaint(capfirst(formset.model._meta.verbose_name_plural), str(message), "")
                  for message in formset.non_form_errors()]  # fmt: skip
    return found


def _of_a_form(form: forms.ModelForm, part: str) -> Iterator[Complaint]:
    for name, messages in form.errors.items():
        label = "" if name == NON_FIELD_ERRORS else str(form.fields[name].label or name)
        anchor = "" if name == NON_FIELD_ERRORS else form[name].id_for_label
        place = " · ".join(filter(None, [part, capfirst(label)]))
        yield from (Complaint(place, message, anchor) for message in messages)


def name_of_part(part: forms.ModelForm) -> str:
    """Return what a part of the form is called, with its number."""
    number = int(part.prefix.rsplit("-", 1)[1]) + 1 if part.prefix[-1].isdigit() else 0
    return _("%(part)s %(number)d") % {"part": capfirst(part._meta.model._meta.verbose_name), "number": number}


def refusal_of(problem: Problem) -> Complaint:
    """Return what keeps a language from being published as a complaint with a way to its place."""
    kind, _sep, uid = problem.piece.partition(":")
    if uid:
        anchor = f"{kind}-{uid.partition(':')[0]}"
    else:
        anchor = f"id_{kind}" if kind in SHARED else f"id_{kind}_{problem.language}"
    return Complaint("", str(problem), anchor, _in_the_library(problem))


def _in_the_library(problem: Problem) -> str:
    """Return the address of the field that describes a picture in the language that lacks it."""
    if not problem.picture:
        return ""
    page = reverse("admin:pictures_picture_change", args=[problem.picture.pk])
    return f"{page}#id_alt_{problem.language}"
