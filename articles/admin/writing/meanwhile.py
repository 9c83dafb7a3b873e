"""In words: what was saved since the form was opened, by others or in another window; the form has it from then on."""

from collections.abc import Collection, Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ...desk.comparing import Difference
from ...desk.meanwhile import Meanwhile
from ...models import Article
from ..history import NOW, name_of
from .columns import own_name

MOST_PLACES = 6


def tell_meanwhile(request: HttpRequest, article: Article, languages: Collection[str]) -> bool:
    """Say after a save what came along with it; tell whether that keeps languages from being published."""
    meanwhile: Meanwhile | None = request.meanwhile
    if meanwhile is None:
        return False
    withdrawn = [code for code in meanwhile.withdrawn if code in languages]
    unseen = meanwhile.for_readers(languages) if languages else []
    if withdrawn:
        messages.warning(request, withdrawn_meanwhile(meanwhile, withdrawn))
    if unseen:
        words = _("Saved, but not published. %(said)s It is in the story now. Read it, then publish.")
        messages.warning(request, _told(words, meanwhile, article, unseen))
    elif meanwhile.differences:
        messages.info(request, came_along(meanwhile, article))
    return bool(unseen or withdrawn)


def came_along(meanwhile: Meanwhile, article: Article, *, is_to_be_chosen: bool = False) -> SafeString:
    """Say what came along; of what was changed here too, one of both is to be chosen."""
    if is_to_be_chosen:
        words = _("%(said)s What you changed too is to be chosen here; the rest is in the form.")
    else:
        words = _("%(said)s It is in the story now.")
    return _told(words, meanwhile, article, meanwhile.differences)


def withdrawn_meanwhile(meanwhile: Meanwhile, languages: Iterable[str]) -> str:
    words = _(
        "Saved, but not published. %(who)s took this off the site meanwhile: %(languages)s. "
        "Publish again if it is to come back."
    )
    return words % {"who": _who(meanwhile) or _("Somebody"), "languages": ", ".join(map(own_name, languages))}


def _told(words: str, meanwhile: Meanwhile, article: Article, differences: Iterable[Difference]) -> SafeString:
    address = reverse("admin:compare", args=[article.pk, meanwhile.since, NOW])
    said = words % {"said": _said(meanwhile, _places(differences))}
    return format_html('{} <a href="{}">{}</a>', said, address, _("What changed"))


def _said(meanwhile: Meanwhile, places: str) -> str:
    if not meanwhile.names:
        return _("You saved meanwhile in another window: %(places)s.") % {"places": places}
    return _("%(who)s saved meanwhile: %(places)s.") % {"who": _who(meanwhile) or _("Somebody"), "places": places}


def _who(meanwhile: Meanwhile) -> str:
    return ", ".join(filter(None, meanwhile.names))


def _places(differences: Iterable[Difference]) -> str:
    places = list(dict.fromkeys(map(name_of, differences)))
    return ", ".join(places[:MOST_PLACES]) + (" …" if len(places) > MOST_PLACES else "")
