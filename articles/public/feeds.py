"""Feeds of what was said: RSS, for those who follow a speaker or everybody."""

import re
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Quote
from newsroom.readers.context import newspaper

from .metadata import absolute

SIZE = 50
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # may stand in no document of it


def feed_of(request: HttpRequest, about: str, page: str, quotes: Iterable[Quote], *slugs: str) -> HttpResponse:
    """Answer with a feed of quotes; `about` says whose, `page` and `slugs` name the page it belongs to."""
    feed = Rss201rev2Feed(
        title=f"{about} — {newspaper(request)['newspaper']['name']}",
        link=absolute(reverse(page, args=slugs)),
        description=_("What somebody says in our stories, newest first."),
        language=get_language(),
        feed_url=absolute(request.path),
    )
    for quote in quotes:
        address = absolute(quote.get_absolute_url())
        context = {"quote": quote, "story": absolute(quote.place_in_story)}
        text = render_to_string("articles/_quote_in_feed.html", context)
        feed.add_item(_title(quote), address, NO_XML.sub("", text), unique_id=address, pubdate=quote.publish_at)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _title(quote: Quote) -> str:
    somebody = filter(None, (quote.speaker or quote.attribution, quote.office))
    return NO_XML.sub("", ", ".join(map(str, somebody)))
