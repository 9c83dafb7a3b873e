"""Feeds for those who follow somebody or something: RSS, of what was said, and of stories."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Quote
from newsroom.readers.context import newspaper

from .cards import Card
from .metadata import absolute

SIZE = 50
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # may stand in no document of it


def feed_of(request: HttpRequest, about: str, page: str, quotes: Iterable[Quote], *slugs: str) -> HttpResponse:
    """Answer with a feed of quotes; `about` says whose, `page` and `slugs` name the page it belongs to."""
    feed = begun(request, about, reverse(page, args=slugs), _("What somebody says in our stories, newest first."))
    for quote in quotes:
        address = absolute(quote.get_absolute_url())
        context = {"quote": quote, "story": absolute(quote.place_in_story)}
        text = render_to_string("articles/_quote_in_feed.html", context)
        feed.add_item(_title(quote), address, NO_XML.sub("", text), unique_id=address, pubdate=quote.publish_at)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def stories_feed(request: HttpRequest, about: str, page: str, stories: Iterable[Card]) -> HttpResponse:
    """Answer with a feed of stories; `page` is the path of the page it belongs to."""
    feed = begun(request, about, page, _("Our stories, newest first."))
    for story in stories:
        # Stays the same wherever the story moves.
        known_as = f"edition-{story.pk}@{settings.SITE_HOST}"
        feed.add_item(
            NO_XML.sub("", story.headline),
            absolute(story.address),
            NO_XML.sub("", escape(story.teaser)),
            unique_id=known_as,
            unique_id_is_permalink=False,
            pubdate=story.publish_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def begun(request: HttpRequest, about: str, page: str, description: str) -> Rss201rev2Feed:
    return Rss201rev2Feed(
        title=f"{about} — {newspaper(request)['newspaper']['name']}",
        link=absolute(page),
        description=description,
        language=get_language(),
        feed_url=absolute(request.path),
    )


def _title(quote: Quote) -> str:
    somebody = filter(None, (quote.speaker or quote.attribution, quote.office))
    return NO_XML.sub("", ", ".join(map(str, somebody)))
