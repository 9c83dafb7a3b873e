"""Tags of the readers' pages: when something happened, what somebody is called, where else a page is."""

import json
from datetime import date, datetime
from typing import Protocol

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils import timezone
from django.utils.dateformat import format as written
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info, gettext_lazy, pgettext
from django.utils.translation import gettext as _

register = template.Library()

CLOCK = "H:i"
PAGED = "before"
ZONES = {"Europe/Kyiv": gettext_lazy("Kyiv time")}
# As in Django's json_script: no sign of it can end the block or begin markup.
IN_A_BLOCK = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


class Nameable(Protocol):
    name_shown: tuple[str, str]


@register.filter
def day_of(when: date) -> str:
    """Return a day in words, for where no element can stand."""
    # Translators: how a date is written, in the letters of Django's "date" filter.
    return written(when, pgettext("date", "j E Y"))


@register.filter
def month_of(day: date) -> str:
    """Return a month in words, with its year."""
    # Translators: a month and its year, in the letters of Django's "date" filter.
    return capfirst(written(day, pgettext("date", "F Y")))


def zone_of(when: datetime) -> str:
    return str(ZONES.get(settings.TIME_ZONE) or when.tzname())


def time_tag(when: datetime, text: str) -> SafeString:
    full = _("%(day)s, %(clock)s %(zone)s") % {
        "day": day_of(when),
        "clock": written(when, CLOCK),
        "zone": zone_of(when),
    }
    return format_html('<time datetime="{}" title="{}">{}</time>', when.isoformat(timespec="seconds"), full, text)


@register.filter
def moment(when: datetime) -> SafeString:
    """Render a <time> that begins a line: the day and the hour on the site's clock; today is called today."""
    return _moment(when, capfirst(_("today")))


@register.filter
def moment_within(when: datetime) -> SafeString:
    """Render a moment after the words it belongs to."""
    return _moment(when, _("today"))


def _moment(when: datetime, today: str) -> SafeString:
    local = timezone.localtime(when)
    day = today if local.date() == timezone.localdate() else day_of(local)
    return time_tag(local, f"{day}, {written(local, CLOCK)}")


@register.filter
def recent(when: datetime) -> SafeString:
    """Render a short <time>: the hour if it was today, else the day and month."""
    local = timezone.localtime(when)
    if local.date() == timezone.localdate():
        return clock(when)
    # Translators: a day without its year, in the letters of Django's "date" filter.
    return time_tag(local, written(local, pgettext("date", "j E")))


@register.filter
def clock(when: datetime) -> SafeString:
    """Render a <time> that shows the hour alone."""
    local = timezone.localtime(when)
    return time_tag(local, written(local, CLOCK))


@register.filter
def day(when: date) -> SafeString:
    """Render a <time> of a whole day."""
    return format_html('<time datetime="{}">{}</time>', when.isoformat(), day_of(when))


@register.simple_tag
def today() -> SafeString:
    """Render the day it is at the newspaper, with the day of the week."""
    now = timezone.localdate()
    # Translators: a date with the day of the week, in the letters of Django's "date" filter.
    return format_html('<time datetime="{}">{}</time>', now.isoformat(), written(now, pgettext("date", "l, j E Y")))


@register.simple_tag
def name_of(thing: Nameable) -> str:
    """Render a name; one that is borrowed from another language says which."""
    text, language = thing.name_shown
    if language == get_language():
        return text
    return format_html('<span lang="{}" dir="auto">{}</span>', language, text)


@register.filter
def called(language: str) -> str:
    """Return what the language of the page calls another; one it has no name for keeps its code."""
    try:
        return get_language_info(language)["name_translated"]
    except KeyError:
        return language


@register.simple_tag(takes_context=True)
def own_address(context: Context) -> SafeString:
    """Link a page to its own address; a page further down a list is a page of its own."""
    request = context["request"]
    path = request.get_full_path() if PAGED in request.GET else request.path
    return format_html('<link rel="canonical" href="{}{}">', settings.SITE_URL, path)


@register.simple_tag
def json_ld(data: dict[str, object]) -> SafeString:
    """Render what a page tells machines; a block of data, which no browser runs."""
    text = json.dumps(data, ensure_ascii=False).translate(IN_A_BLOCK)
    # Safe, because nothing in it is markup any more.
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.inclusion_tag("articles/_alternates.html", takes_context=True)
def alternate_links(context: Context) -> dict[str, dict[str, str]]:
    """Link a page to itself in every language it has; the site's own is for everybody else (x-default).

    A page further down a list has no counterpart: the lists of two languages break at different stories.
    """
    request = context["request"]
    addresses = {} if PAGED in request.GET else request.alternates
    links = {code: f"{settings.SITE_URL}{path}" for code, path in addresses.items()}
    if settings.LANGUAGE_CODE in links:
        links["x-default"] = links[settings.LANGUAGE_CODE]
    return {"links": links}
