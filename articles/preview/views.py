"""What a preview link opens, and what it says when it opens nothing any more."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ..desk.restoring import forget_the_deleted
from ..desk.standing import desk_in
from ..models import Edition
from .links import Dead, link_of
from .page import preview


@require_safe
def preview_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the version that a link is for; nobody learns the link from where its reader goes next."""
    try:
        link = link_of(token)
    except Dead as death:
        response = _dead(request, death)
    else:
        if link is None:
            raise Http404
        story = desk_in(link.version.content)
        forget_the_deleted(story)
        response = preview(request, story, link.language)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _dead(request: HttpRequest, death: Dead) -> HttpResponse:
    language = death.link.language
    found = Edition.objects.visible().filter(article=death.link.version.article_id, language=language)
    request.LANGUAGE_CODE = language
    with override(language):
        context = {"reason": death.reason, "edition": found.select_related("category").first()}
        response = render(request, "articles/preview_ended.html", context, status=404)
    response.headers["Content-Language"] = language
    add_never_cache_headers(response)
    return response
