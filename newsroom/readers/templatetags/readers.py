"""The way from a page to itself in the other languages."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import RequestContext

from ..languages import direction, own_name

register = template.Library()


@register.inclusion_tag("readers/language_switcher.html", takes_context=True)
def language_switcher(context: RequestContext) -> dict[str, Any]:
    """List the languages this page exists in, each under its own name with this page's address."""
    request = context.get("request")
    alternates = getattr(request, "alternates", {})
    languages = [
        {"code": code, "dir": direction(code), "name": own_name(code), "url": alternates[code]}
        for code, _name in settings.LANGUAGES
        if code in alternates and len(alternates) > 1
    ]
    return {"languages": languages, "current": getattr(request, "LANGUAGE_CODE", "")}
