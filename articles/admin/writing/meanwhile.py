"""In words: what others saved since the form was opened; it is in the form from then on."""

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
from ..history import NOW
from .columns import own_name

MOST_PLACES = 6


def tell_meanwhile(request: HttpRequest, article: Article, languages: Collection[str]) -> bool:
    """Say after a save what of others' came into the form; tell whether it keeps languages from being published."""
    meanwhile: Meanwhile | None = request.meanwhile
    if meanwhile is None:
        return False
    unseen = meanwhile.for_readers(languages) if languages else []
    if unseen:
        messages.warning(request, _told(_(
            "Saved, but not published: %(who)s saved meanwhile what readers would get too: %(places)s. "
            "It is in the form now. Read it, then publish."
        ), meanwhile, article, unseen))  # fmt: skip
    else:
        messages.info(request, came_along(meanwhile, article))
    return bool(unseen)


def came_along(meanwhile: Meanwhile, article: Article) -> SafeString:
    words = _("%(who)s saved meanwhile: %(places)s. It is in the form now.")
    return _told(words, meanwhile, article, meanwhile.differences)


def _told(words: str, meanwhile: Meanwhile, article: Article, differences: Iterable[Difference]) -> SafeString:
    said = words % {"who": ", ".join(meanwhile.names) or _("Somebody"), "places": _places(differences)}
    address = reverse("admin:compare", args=[article.pk, meanwhile.since, NOW])
    return format_html('{} <a href="{}">{}</a>', said, address, _("What changed"))


def _places(differences: Iterable[Difference]) -> str:
    named = [" · ".join(filter(None, (each.place, each.language and own_name(each.language)))) for each in differences]
    places = list(dict.fromkeys(named))
    return ", ".join(places[:MOST_PLACES]) + (" …" if len(places) > MOST_PLACES else "")
