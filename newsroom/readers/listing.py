"""The cookies page: what may be chosen, and all that is kept on a reader's device."""

from django.http import HttpRequest
from django.utils.translation import get_language

from . import cookies
from .asking import news_for
from .models import Keeping, RegistryEntry
from .models.registry import CATEGORIES, NECESSARY
from .withdrawal import storage_keys
from .words import words_in


def cookies_page(request: HttpRequest) -> dict[str, object]:
    """Return what templates/readers/privacy.html shows."""
    words = words_in(get_language())
    consent = request.consent
    return {
        "words": words,
        "storage": storage_keys(),
        "news": news_for(consent, {purpose.name: words[purpose.name] for purpose in consent.choosable}),
        "choices": [
            {
                "name": purpose.name,
                "letter": purpose.letter,
                "title": words[purpose.name],
                "description": words[f"{purpose.name}_mean"],
                "granted": consent.allows(purpose.name),
                "refused": consent.decided and not consent.allows(purpose.name),
            }
            for purpose in consent.choosable
        ],
        "sections": sections(request, words),
    }


def sections(request: HttpRequest, words: dict[str, str]) -> list[dict[str, object]]:
    """Return the registry by category, the necessary first; a category without entries is left out."""
    entries = list(RegistryEntry.objects.all())
    found = []
    for category, title in CATEGORIES:
        rows = [row_of(request, entry) for entry in entries if entry.category == category]
        if rows:
            found.append({"title": title if category == NECESSARY else words[category], "rows": rows})
    return found


def row_of(request: HttpRequest, entry: RegistryEntry) -> dict[str, object]:
    purpose, language = entry.purpose_shown
    is_our_cookie = entry.own and entry.keeping == Keeping.COOKIE
    return {
        "name": cookies.full_name(request, entry.name) if is_our_cookie else entry.name,
        "entry": entry,
        "purpose": purpose,
        # Of a purpose that is borrowed from another language pages say which (WCAG 3.1.2).
        "language": "" if language == get_language() else language,
    }
