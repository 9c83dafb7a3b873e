from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Edition, FormerSlug
from articles.shown import counted_as, shows
from newsroom.pagecache.names import counts_as
from newsroom.pagecache.pages import page

from .. import alternates, columns
from ..page import page_of
from .errors import NotHere, gone

EDITIONS = Edition.objects.select_related("category", "live").only(
    "article", "stage", "publish_at", "withdraw_at", "last_significant_change", "live__content",
    *columns.address(), *columns.names("category"),
)  # fmt: skip


@page()
@require_safe
def article(request: HttpRequest, category: str, slug: str) -> HttpResponse:
    edition = edition_at(get_language(), slug)
    if edition is None:
        raise NotHere(namesake(slug))
    if edition.is_withdrawn:
        return gone(request, alternates.of_edition(edition), edition.withdraw_at)
    addresses = alternates.of_edition(edition)
    if not edition.is_visible:
        raise NotHere(addresses)
    if edition.get_absolute_url() != request.path:
        return HttpResponsePermanentRedirect(edition.get_absolute_url())
    shows(edition, "text")
    shows(edition, "older")
    counts_as(counted_as(edition))
    request.alternates = addresses
    request.older_alternates = alternates.older_than(edition)
    story = page_of(edition)
    return render(request, "articles/article.html", {"page": story, "title": story.title, "alternates": addresses})


def edition_at(language: str, slug: str) -> Edition | None:
    """Return the edition that stands, or once stood, at a slug."""
    here = EDITIONS.filter(language=language, slug=slug).first()
    if here:
        return here
    former = FormerSlug.objects.filter(kind="article", language=language, slug=slug).first()
    return EDITIONS.filter(pk=former.object_id).first() if former else None


def namesake(slug: str) -> dict[str, str]:
    """Return where a story stands that readers came to with the slug of another language."""
    other = Edition.objects.visible().filter(language__in=alternates.CODES, slug=slug).first()
    return alternates.of_edition(other) if other else {}
