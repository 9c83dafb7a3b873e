"""The page that readers would get of a story as it stands at the desk, half-written or not; nothing is published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override

from ..desk.compose import compose
from ..listing import quotes_in
from ..models import Article, Edition
from ..public.page import Page, page_with


def preview(request: HttpRequest, story: Article, language: str) -> HttpResponse:
    """Render one language of a story as `desk_in` or `for_desk` gives it; no cache and no robot keeps it."""
    request.LANGUAGE_CODE = language
    with override(language):
        page = page_in(story, language)
        response = render(request, "articles/preview.html", {"page": page, "title": page.title})
    response.headers["Content-Language"] = language
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    add_never_cache_headers(response)
    return response


def page_in(story: Article, language: str) -> Page:
    content = compose(story, language)
    edition = Edition(article_id=story.pk, language=language, category=story.category, publish_at=timezone.now())
    return page_with(content, edition, quotes_in(content, edition))
