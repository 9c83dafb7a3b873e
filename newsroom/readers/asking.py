"""What a page says to one reader: the consent bar or notice, and the language prompt. They fill the page's slots."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from . import cookies
from .consent import Consent
from .context import newspaper
from .forms import SEEN
from .gpc import accepted_at_once, is_signalled
from .languages import direction
from .mode import CONSENT, NOTICE, mode_of
from .models import Policy
from .purposes import Purpose
from .withdrawal import storage_keys
from .words import is_worded, words_in, words_in_each


def consent_bar(request: HttpRequest) -> str:
    """Render the bar while something needs consent and is not answered, or else the notice until it was seen."""
    if not can_be_asked(request):
        return ""
    mode = mode_of(request.consent.policy)
    if mode == CONSENT:
        return bar(request, request.consent)
    if mode == NOTICE and cookies.read(request, cookies.NOTICE) != SEEN:
        return said(request, "readers/notice.html", {"words": words_in(get_language())})
    return ""


def bar(request: HttpRequest, consent: Consent) -> str:
    asked = asked_of(request, consent.policy)
    if consent.decided or not asked:
        return ""
    words = words_in(get_language())
    context = {
        "words": words,
        "policy": consent.policy,
        "purposes": [words[purpose.name] for purpose in asked],
        "news": news_for(consent, {purpose.name: words[purpose.name] for purpose in asked}),
        "storage": storage_keys(),
    }
    return said(request, "readers/consent_bar.html", context)


def asked_of(request: HttpRequest, policy: Policy) -> list[Purpose]:
    """Return what the bar asks for: of readers who signal Global Privacy Control never advertising."""
    return accepted_at_once(policy.purposes, signalled=is_signalled(request))


def news_for(consent: Consent, titles: dict[str, str]) -> list[dict[str, str]]:
    """Return what came since this reader answered: a provider, and the purpose it serves, of those asked for now."""
    if not consent.asked_before:
        return []
    answered = consent.answered or Policy()
    facts = [fact for fact in answered.lacking(consent.policy.registered) if fact["category"] in titles]
    news = [{"provider": fact["provider"] or fact["name"], "purpose": titles[fact["category"]]} for fact in facts]
    return [each for place, each in enumerate(news) if each not in news[:place]]


def language_prompt(request: HttpRequest) -> str:
    """Render the offer of the reader's own language, in that language, if this page exists in it."""
    if not can_be_asked(request) or not request.language_offer:
        return ""
    offer, code = request.language_offer, request.LANGUAGE_CODE
    words, words_of_page = words_in_each(offer.language, code)
    if not is_worded(offer.language, words):
        return ""
    page = {"language": code, "dir": direction(code), "words": words_of_page}
    with override(offer.language):
        return said(request, "readers/language_prompt.html", {"offer": offer, "page": page, "words": words})


def said(request: HttpRequest, template: str, context: dict[str, object]) -> str:
    return render_to_string(template, newspaper(request) | {"next": request.get_full_path()} | context)


def can_be_asked(request: HttpRequest) -> bool:
    """Tell whether an answer can lead back to this page."""
    return request.method in ("GET", "HEAD") and hasattr(request, "language_offer")
