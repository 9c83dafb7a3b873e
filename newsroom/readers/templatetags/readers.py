"""The three things a page says to its reader: the consent bar, the language prompt, the other languages."""

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from ..consent import registered
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


@register.simple_tag(takes_context=True)
def consent_bar(context: RequestContext) -> str:
    """Ask for consent while something needs it and the reader has not answered."""
    request = context.get("request")
    if not can_be_asked(request) or not registered() or request.consent.decided:
        return ""
    asked = {"purposes": registered(), "page": request.get_full_path(), "newspaper": context["newspaper"]}
    return render_to_string("readers/consent_bar.html", asked)


@register.simple_tag(takes_context=True)
def language_prompt(context: RequestContext) -> str:
    """Offer the reader's own language, in that language, if this page exists in it."""
    request = context.get("request")
    if not can_be_asked(request) or not request.language_offer:
        return ""
    code = request.LANGUAGE_CODE
    page = {"url": request.get_full_path(), "language": code, "dir": direction(code), "stay": gettext("Stay here")}
    with override(request.language_offer.language):
        return render_to_string("readers/language_prompt.html", {"offer": request.language_offer, "page": page})


def can_be_asked(request: HttpRequest | None) -> bool:
    """Tell whether an answer can lead back to this page; error pages may come from before our middleware."""
    return getattr(request, "method", "") in ("GET", "HEAD") and hasattr(request, "language_offer")
