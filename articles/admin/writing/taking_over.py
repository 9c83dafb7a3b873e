"""The page that shows what a colleague typed and did not save, and takes the story over from them."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ...desk.comparing import compare
from ...desk.handing_over import take_over, who_loses
from ...desk.saving import for_desk
from ...desk.standing import desk_in
from ...models import Article, Reason, WorkingCopy
from ..history import NOW
from ..states import moment
from .typed import desk_as_typed


def colleagues_at(article: Article, person: Person) -> list[Person]:
    """Return from whom somebody may take a story over: who has it, and who has typed in it and not saved."""
    if not person.may(Right.WRITE, article.original_language):
        return []
    at_it = Q(pk=article.assigned_to_id) | Q(pk__in=article.working_copies.values("person"))
    return list(Person.objects.filter(at_it).exclude(pk=person.pk))


def take_over_view(request: HttpRequest, desk: ModelAdmin, article_id: int, person_id: int) -> HttpResponse:
    """Show what taking over does; do it on POST, and go on to compare what the colleague had typed."""
    article = get_object_or_404(Article.objects.select_related("assigned_to"), pk=article_id)
    if not request.user.may(Right.WRITE, article.original_language):
        raise PermissionDenied
    colleague = get_object_or_404(Person.objects.exclude(pk=request.user.pk), pk=person_id)
    if colleague not in colleagues_at(article, request.user):
        return _taken_over_already(request, article)
    if request.method == "POST":
        return _take_over(request, desk, article, colleague)
    unsaved = _typed_by(colleague, article).first()
    typed = desk_as_typed(desk, unsaved) if unsaved else None
    context = desk.admin_site.each_context(request) | {
        "title": _("Take over"),
        "story": article,
        "colleague": colleague,
        "kept": moment(unsaved.kept, with_time=True) if unsaved else "",
        "places": compare(for_desk(article.pk), desk_in(typed.content)) if typed else [],
        "left_out": typed.left_out if typed else [],
        "back": reverse("admin:articles_article_change", args=[article.pk]),
    }
    return TemplateResponse(request, "admin/articles/article/take_over.html", context)


def _taken_over_already(request: HttpRequest, article: Article) -> HttpResponse:
    """Lead on whoever presses twice; raises Http404 for somebody who has not got the story."""
    if article.assigned_to != request.user:
        raise Http404
    return redirect("admin:articles_article_change", article.pk)


def _typed_by(person: Person, article: Article) -> QuerySet[WorkingCopy]:
    """Return what somebody typed in a story since it was taken over from them last."""
    taken = article.versions.filter(reason=Reason.UNSAVED, by=person).aggregate(last=Max("when"))["last"]
    copies = WorkingCopy.objects.filter(article=article, person=person)
    return copies.filter(kept__gt=taken) if taken else copies


def _take_over(request: HttpRequest, desk: ModelAdmin, article: Article, colleague: Person) -> HttpResponse:
    with transaction.atomic():
        # Locked in the order of a save, so that nothing is thrown away that is typed while it becomes a version.
        story = for_desk(article.pk)
        told = ", ".join(map(str, who_loses(story, colleague, request.user)))
        unsaved = _typed_by(colleague, article).select_for_update().first()
        typed = desk_as_typed(desk, unsaved) if unsaved else None
        version = take_over(article, colleague, request.user, typed and typed.content)
        if typed and typed.is_whole:
            unsaved.delete()
    messages.success(request, _("The story is yours. Told: %(who)s.") % {"who": told})
    if typed and typed.left_out:
        rest = {"who": colleague, "places": ", ".join(dict.fromkeys(each.place for each in typed.left_out))}
        messages.warning(request, _("Not in the version, and still with %(who)s: %(places)s.") % rest)
    if unsaved:
        return redirect("admin:compare", article.pk, version.number, NOW)
    return redirect("admin:articles_article_change", article.pk)
