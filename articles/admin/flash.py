"""A flash: a headline and two sentences, from a phone, to readers at once. What it lacks is a list to come back to."""

from uuid import uuid4

from django import forms
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ..desk.filing import file_flash, save_new
from ..desk.saving import for_desk
from ..desk.tasks import finish, open_tasks
from ..markup import plain
from ..models import Article, Category, Task
from ..preview.page import preview
from .breaking import ends
from .writing.columns import own_name, writes
from .writing.meeting import saved_with
from .writing.refusing import explain
from .writing.script_words import words_for_flash
from .writing.widgets import Growing, OneLine


class FlashForm(forms.Form):
    """What a flash consists of; `key` tells this form from every other, so that it is filed once."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    headline = forms.CharField(label=_("Headline"), max_length=200, widget=OneLine({"autofocus": True}))
    text = forms.CharField(label=_("What happened, in two sentences"), widget=Growing({"rows": 4}))
    category = forms.ModelChoiceField(
        Category.objects.all(), label=_("Category"), widget=forms.RadioSelect, empty_label=None
    )
    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)
    breaking = forms.BooleanField(label=_("Breaking"), required=False)

    def __init__(self, person: Person, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        codes = languages_of(person)
        language = self.fields["language"]
        language.choices = [(code, own_name(code)) for code in codes]
        language.initial = get_language() if get_language() in codes else codes[0]
        for field in self.fields.values():
            explain(field)
        chosen = self.data.get("language")
        for name in ("headline", "text"):
            # The browser checks the spelling in the language of what is typed.
            self.fields[name].widget.attrs |= {"lang": chosen if chosen in codes else language.initial, "dir": "auto"}

    def clean_headline(self) -> str:
        return self._words("headline")

    def clean_text(self) -> str:
        return self._words("text")

    def _words(self, name: str) -> str:
        """Return what is written in a field; what nobody can read is nothing."""
        if not plain(self.cleaned_data[name]):
            raise forms.ValidationError(self.fields[name].error_messages["required"])
        return self.cleaned_data[name]

    @property
    def story(self) -> Article:
        given = self.cleaned_data
        texts = {f"headline_{given['language']}": given["headline"], f"lead_{given['language']}": given["text"]}
        return Article(original_language=given["language"], category=given["category"], **texts)


def languages_of(person: Person) -> list[str]:
    """Return the languages in which somebody may write and publish on their own."""
    publishes = person.languages_for(Right.PUBLISH)
    return [code for code in person.languages_for(Right.WRITE) if code in publishes]


def flash(request: HttpRequest, desk: ModelAdmin) -> HttpResponse:
    """Show the form; show what was sent as readers would see it, or file it, once."""
    if not languages_of(request.user):
        raise PermissionDenied
    form = FlashForm(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if "_preview" in request.POST:
            return preview_of(request, form.story)
        return redirect("admin:flash-filed", file_once(request, form))
    more = {"title": _("Flash"), "form": form, "words_for_scripts": words_for_flash()}
    return shown(request, desk, "flash.html", more)


def preview_of(request: HttpRequest, story: Article) -> HttpResponse:
    """Show the page that a flash would be: written down and taken back in one breath, for nobody else to see."""
    with transaction.atomic():
        story.save()
        response = preview(request, for_desk(story.pk), story.original_language)
        transaction.set_rollback(True)
    return response


def file_once(request: HttpRequest, form: FlashForm) -> int:
    """File or save what was sent, unless that was done already; return the number of the story."""
    key = str(form.cleaned_data["key"])
    version = saved_with(key)
    if version:
        return version.article_id
    try:
        return _file(request, form)
    except IntegrityError:  # it came twice at once, and the other one is filed by now
        version = saved_with(key)
        if not version:
            raise
        return version.article_id


def _file(request: HttpRequest, form: FlashForm) -> int:
    story, key = form.story, form.cleaned_data["key"]
    if "_save" in request.POST:
        save_new(story, request.user, key)
    else:
        file_flash(story, request.user, key, is_breaking=form.cleaned_data["breaking"])
    return story.pk


def filed(request: HttpRequest, desk: ModelAdmin, article_id: int) -> HttpResponse:
    """Say what readers have of a flash, and what it still lacks."""
    article = _story_of(request, article_id)
    editions = article.editions.select_related("category")
    edition = get_object_or_404(editions, language=article.original_language)
    ways = ways_to_do(article)
    more = {
        "title": article,
        "edition": edition,
        "breaking_until": ends(edition),
        "tasks": [(task, ways.get(task.kind, "")) for task in open_tasks(article)],
        "form_url": reverse("admin:articles_article_change", args=[article.pk]),
        "may_announce": request.user.may(Right.PUBLISH, edition.language),
    }
    return shown(request, desk, "flash_filed.html", more)


def ways_to_do(article: Article) -> dict[str, str]:
    """Return where in the form of a story each task is done."""
    form = reverse("admin:articles_article_change", args=[article.pk])
    return {
        Task.Kind.PICTURE: f"{form}#id_picture",
        Task.Kind.SEARCH: f"{form}#id_seo_description_{article.original_language}",
    }


@require_POST
def task_done(request: HttpRequest, desk: ModelAdmin, article_id: int, kind: str) -> HttpResponse:
    """Take the word that a task is done, or needs not be."""
    article = _story_of(request, article_id)
    finish(get_object_or_404(Task, article=article, kind=kind), request.user)
    return redirect("admin:flash-filed", article.pk)


def _story_of(request: HttpRequest, article_id: int) -> Article:
    """Fetch a story for somebody who writes in its original language; raises PermissionDenied."""
    article = get_object_or_404(Article, pk=article_id)
    if not writes(request.user, article.original_language):
        raise PermissionDenied
    return article


def shown(request: HttpRequest, desk: ModelAdmin, template: str, more: dict[str, object]) -> HttpResponse:
    context = desk.admin_site.each_context(request) | more
    return TemplateResponse(request, f"admin/articles/article/{template}", context)
