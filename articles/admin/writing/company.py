"""Who else is at a story: said in the head of the form, with what they saved meanwhile."""

from http import HTTPStatus

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.staff.models import Person

from ...desk.pieces import CODES
from ...desk.presence import come, leave, others_at
from ...desk.sent import MODELS
from ...models import Article, Presence, Reason, Version
from ..states import moment
from .columns import own_name
from .typing import form_of, story_of

LONGEST = 120  # letters of a field's name


@require_POST
def presence(request: HttpRequest, desk: ModelAdmin, article_id: int) -> HttpResponse:
    """Take the word that a form is open, or closed; answer who else is here and what was saved since."""
    article = story_of(request, desk, article_id)
    key, base = form_of(request)
    if "gone" in request.POST:
        leave(article, request.user, key)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    come(article, request.user, key, request.POST.get("place", "")[:LONGEST])
    here = [_here(each, request.user) for each in others_at(article, key)]
    return JsonResponse({"here": " · ".join(dict.fromkeys(here)), "saved": _saved_since(article, base, key)})


def _here(presence: Presence, reader: Person) -> str:
    if presence.person == reader:
        return _("You have this story open in another window.")
    place = place_in_words(presence.place)
    if not place:
        return _("%(who)s is here.") % {"who": presence.person}
    return _("%(who)s is here, editing: %(place)s.") % {"who": presence.person, "place": place}


def _saved_since(article: Article, base: int, key: object) -> str:
    newer = article.versions.of_the_desk().filter(number__gt=base).exclude(key=key)
    newest: Version | None = newer.select_related("by").without_texts().order_by("-number").first()
    if newest is None:
        return ""
    words = _("Saved meanwhile: %(who)s, %(when)s. Your next save keeps both.")
    if newest.reason == Reason.WITHDRAWAL:
        words = _("Taken off the site meanwhile: %(who)s, %(when)s.")
    return words % {"who": newest.by or _("Somebody"), "when": moment(newest.when, with_time=True)}


def place_in_words(name: str) -> str:
    """Return what editors call a field of the form, with its language: Lead · English; "" for what is none."""
    prefix, _dash, rest = name.partition("-")
    model = MODELS.get(prefix if rest else "")
    column, _underscore, code = (rest.partition("-")[2] or name).rpartition("_")
    if model is None or code not in CODES or column not in model.TRANSLATED:
        return ""
    part = model._meta.verbose_name if rest and column == "text" else model._meta.get_field(column).verbose_name
    return f"{capfirst(part)} · {own_name(code)}"
