"""The proof of consent: what was shown when, and how often it was answered how."""

import json
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from .consent import letters_of
from .models import Policy, PolicyText, RegistryEntry, Tally
from .words import words_in

CODES = [code for code, _name in settings.LANGUAGES]


def shown_in(language: str, policy: Policy) -> dict[str, object]:
    """Compose what readers of a language are shown: the words of the bar and of the registry."""
    with override(language):
        entries = [
            {
                "name": entry.name,
                "kept_as": entry.keeping,
                "category": entry.category,
                "provider": entry.provider,
                "recipients": entry.recipients,
                "purpose": str(entry.purpose_shown[0]),
                "lifetime_days": entry.lifetime,
            }
            for entry in RegistryEntry.objects.all()
        ]
    return {
        "asked_for": [purpose.name for purpose in policy.purposes],
        "words": words_in(language),
        "registry": entries,
    }


def hash_of(content: dict[str, object]) -> str:
    """Return the SHA-256 of what was shown: of its JSON in UTF-8 with sorted keys, as `jq -cS .content` writes it."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def keep_text(policy: Policy, language: str) -> PolicyText:
    """Return the text that readers of a language are shown, kept as a new version if it has changed."""
    content = shown_in(language, policy)
    digest = hash_of(content)
    last = latest(policy, language)
    if last and last.sha256 == digest:
        return last
    with transaction.atomic():
        Policy.objects.select_for_update().get(pk=policy.pk)  # one new version at a time
        last = latest(policy, language)
        if last and last.sha256 == digest:
            return last
        version = last.version + 1 if last else 1
        return PolicyText.objects.create(
            policy=policy, language=language, version=version, content=content, sha256=digest
        )


def latest(policy: Policy, language: str) -> PolicyText | None:
    return policy.texts.filter(language=language).order_by("-version").defer("content").first()


def keep_texts() -> None:
    """Keep what readers of every language are shown, after a change of the registry or of the words."""
    policy = Policy.objects.current()
    for language in CODES:
        keep_text(policy, language)


def count(policy: Policy, language: str, choice: str, grants: set[str]) -> None:
    """Count one answer; however many come, a day has one row for each text, choice and set of grants."""
    text = latest(policy, language) or keep_text(policy, language)
    kind = {"day": timezone.localdate(), "text": text, "choice": choice, "grants": letters_of(grants)}
    tally = Tally.objects.filter(**kind)
    if tally.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            Tally.objects.create(**kind, count=1)
    except IntegrityError:  # the first answer of the day came twice at once
        tally.update(count=F("count") + 1)


def proof_of(policy: Policy) -> dict[str, object]:
    """Return everything that proves how readers were asked under a policy, as JSON can hold it."""
    texts = list(policy.texts.all())
    tallies = Tally.objects.filter(text__in=texts).select_related("text").order_by("day", "text", "choice", "grants")
    return {
        "policy": policy.number,
        "since": policy.since.isoformat(),
        "texts": [
            {
                "language": text.language,
                "version": text.version,
                "since": text.since.isoformat(),
                "sha256": text.sha256,
                "content": text.content,
            }
            for text in texts
        ],
        "answers": [
            {
                "day": tally.day.isoformat(),
                "language": tally.text.language,
                "version": tally.text.version,
                "choice": tally.choice,
                "grants": tally.grants,
                "count": tally.count,
            }
            for tally in tallies
        ],
    }
