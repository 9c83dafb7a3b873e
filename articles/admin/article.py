"""A story in the admin: its list, and the form it is written in."""

from collections.abc import Callable
from urllib.parse import urlencode

from content_editor.admin import ContentEditor
from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import unquote
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.forms import ModelForm
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from js_asset import JSON, Media, Script
from modeltranslation.admin import TranslationAdmin

from newsroom.staff.roles import Right

from ..desk.completeness import NotReady
from ..desk.copies import discard_saved
from ..desk.handing_over import hand_over
from ..desk.pieces import CODES
from ..desk.saving import for_desk, pieces_before, settle
from ..desk.tasks import tick_off
from ..models import Article, Reason, Version
from ..publishing import NeverOnTheSite
from .listing import ArticleList
from .pages import PAGES
from .states import moment
from .writing.columns import columns_of, writes
from .writing.kinds import BLOCK_INLINES
from .writing.meanwhile import tell_meanwhile
from .writing.meeting import (
    bring_up_to_date,
    came_alone,
    came_along_with,
    conflicts_of,
    open_unsaved,
    opened_at,
    saved_with,
    unsaved_data,
)
from .writing.page import MODULES, blocks_context, page_of
from .writing.parts import CitationInline, Picking, PointInline
from .writing.release import chosen_languages, news_of, release
from .writing.story import FOR_SEARCH_ENGINES, ON_THE_SHEET, SHARED, StoryForm

MOMENTS = ("goes_live", "new_embargo", "comes_off", "at_once", "stays")  # what only Publish sets


@admin.register(Article)
class ArticleAdmin(ArticleList, Picking, ContentEditor, TranslationAdmin):
    """Saving keeps the desk and shows readers nothing; publishing is a button of its own."""

    form = StoryForm
    inlines = [PointInline, *BLOCK_INLINES, CitationInline]
    autocomplete_fields = ("category", "topics", "picture")
    change_form_template = "admin/articles/article/change_form.html"

    # Who may -------------------------------------------------------------------------------------

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and any(writes(request.user, code) for code in CODES)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self.has_module_permission(request)

    has_change_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.may(Right.WRITE)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    # The form ------------------------------------------------------------------------------------

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        """Fetch a story; one about to be saved is locked, so that it is judged as it is now."""
        article = super().get_object(request, object_id, from_field)
        if article and request.method == "POST":
            return Article.objects.select_for_update().get(pk=article.pk)
        return article

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> list[tuple]:
        texts = columns_of(request, obj).names(*ON_THE_SHEET, *FOR_SEARCH_ENGINES)
        return [(None, {"fields": [*texts, *SHARED]})]

    def get_form(self, request: HttpRequest, obj: Article | None = None, **kwargs: object) -> type[StoryForm]:
        form = super().get_form(request, obj, **kwargs)
        form.columns = columns_of(request, obj)
        form.originals = tuple(request.user.languages_for(Right.WRITE))
        form.newest, form.saved_keys = opened_at(obj, request.user)
        form.conflicts = conflicts_of(request)
        form.unsaved = unsaved_data(request)
        return form

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: object) -> HttpResponse:
        context |= page_of(request, context)
        response = super().render_change_form(request, context, **kwargs)
        response.context_data["media"] = response.context_data["media"].with_nonce(str(request.csp_nonce))
        return response

    def _content_editor_media(self, request: HttpRequest, context: dict) -> Media:
        """Start content-editor by our own script: its index.js injects a style, which the policy refuses."""
        stock = super()._content_editor_media(request, context)
        data = blocks_context(self._content_editor_context(request, context), context["columns"])
        modules = [Script(f"desk/js/{name}.js", type="module") for name in MODULES]
        js = ["admin/js/jquery.init.js", JSON(data, id="content-editor-context"), *modules]
        return Media(importmap=stock._importmap, css={"all": ["content_editor/material-icons.css"]}, js=js)

    # Saving and publishing -----------------------------------------------------------------------

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        """Save beside what others saved meanwhile; what is sent twice is saved once."""
        request.meanwhile, request.has_released = None, False
        if request.method != "POST":
            open_unsaved(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            return self._take(request, object_id, form_url, extra_context)
        except IntegrityError:  # the form of a new story came twice at once, and the other one is saved by now
            if not saved_with(request.POST.get("key", "")):
                raise
            return self._take(request, object_id, form_url, extra_context)

    def _take(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict | None
    ) -> HttpResponse:
        with transaction.atomic():
            version = saved_with(request.POST.get("key", ""))
            object_id = str(version.article_id) if version else object_id
            article = self.get_object(request, unquote(object_id)) if object_id else None
            version = version or saved_with(request.POST.get("key", ""))  # while this one waited for its turn
            has_news = bring_up_to_date(request, article) if article else came_alone(request)
            if version and article and not has_news and "_publish" not in request.POST:
                return self._saved_already(request, article, version)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Article, inline: InlineModelAdmin, prefix: str
    ) -> dict[str, object]:
        """Fill the form with an unsaved text when it goes on with one."""
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        unsaved = unsaved_data(request)
        return given | {"data": unsaved} if unsaved else given

    def _saved_already(self, request: HttpRequest, article: Article, version: Version) -> HttpResponse:
        when = moment(version.when, with_time=True)
        messages.info(request, _("This was saved already (%(when)s); nothing was saved twice.") % {"when": when})
        request.refused = []
        return self.response_change(request, article)

    def save_model(self, request: HttpRequest, obj: Article, form: StoryForm, change: bool) -> None:
        form.before = pieces_before(for_desk(obj.pk)) if change else {}
        obj.changed_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: StoryForm, formsets: list[BaseInlineFormSet], change: bool
    ) -> None:
        # Past content-editor's own step, which would clone whatever blocks a request names.
        super(ContentEditor, self).save_related(request, form, formsets, change)
        key = form.cleaned_data["key"]
        changes_hands = change and "assigned_to" in form.changed_data
        reason = Reason.HAND_OVER if changes_hands else Reason.SAVE
        settle(form.instance, form.before, request.user, reason, key, came_along_with(request))
        discard_saved(form.instance, request.user, key)
        if "assigned_to" in form.changed_data:
            former = form.initial.get("assigned_to")
            hand_over(form.instance, form.cleaned_data["assigned_to"], request.user, former)
        publishes = "_publish" in request.POST
        codes = chosen_languages(request, form) if publishes else []
        is_held_back = tell_meanwhile(request, form.instance, codes)
        request.refused = self._release(request, form, codes) if publishes and not is_held_back else []
        tick_off(form.instance, request.user)
        if not publishes and any(map(form.cleaned_data.get, MOMENTS)):
            messages.warning(request, _("Saved, but no moment was set: what stands under “Publish” needs Publish."))

    def _release(self, request: HttpRequest, form: StoryForm, codes: list[str]) -> list[str]:
        """Publish what was chosen and say so; return the languages that are not ready."""
        if not codes:
            messages.warning(request, _("Choose at least one language to publish."))
            return []
        try:
            editions = release(form.instance, codes, form.cleaned_data, request.user)
        except NotReady as refusal:
            return sorted({problem.language for problem in refusal.problems})
        except NeverOnTheSite as refusal:  # its last moment came while the form was on its way
            messages.error(request, str(refusal))
            return []
        request.has_released = bool(editions)
        for edition in editions:
            messages.success(request, news_of(edition))
        if not editions:
            messages.info(request, _("Readers have all of this already: nothing was published."))
        return []

    def log_change(self, request: HttpRequest, obj: Model, message: object) -> None:
        """Write no log: versions keep the history of a story."""

    log_addition = log_change

    def construct_change_message(self, request: HttpRequest, form: ModelForm, formsets: list, add: bool = False) -> str:
        return ""

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Stay in the form, with the same columns and those that were refused; a script is told where that is."""
        wanted = [code for code in request.GET.get("langs", "").split(",") if code in CODES]
        shown = wanted or columns_of(request, obj).shown
        query = {"langs": ",".join(dict.fromkeys([*request.refused, *shown]))}
        if request.refused:
            query["refused"] = ",".join(request.refused)
        address = f"{reverse('admin:articles_article_change', args=[obj.pk])}?{urlencode(query, safe=',')}"
        if request.accepts("text/html"):
            return redirect(address)
        brought = bool(request.meanwhile)
        return JsonResponse({"address": address, "brought": brought, "published": request.has_released})

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self.response_change(request, obj)

    # Besides the form ----------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        return [*(self._path(*page) for page in PAGES), *super().get_urls()]

    def _path(self, route: str, name: str, view: Callable[..., HttpResponse]) -> URLPattern:
        """Return the address of a view that is given the request and this desk."""

        def shown(request: HttpRequest, **captured: object) -> HttpResponse:
            return view(request, self, **captured)

        return path(route, self.admin_site.admin_view(shown), name=name)
