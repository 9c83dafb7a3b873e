"""Kinds of readers: all of a kind are told the same on a page, so that it is made once for all of them.

The page cache asks for the kind of every reader, so what a header says is worked out once and remembered. The slots
are then filled for the plainest reader of the kind: what does not tell readers apart can't get into their page.
"""

import re
import time
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.http.cookie import parse_cookie

from . import cookies
from .bots import is_bot
from .consent import INFINITY, Answer, Consent, consent_to, holds_until, parse
from .forms import SEEN
from .gpc import is_in
from .languages import Offer, better_than
from .mode import CONSENT, NOTICE, mode_of
from .models import Policy
from .purposes import MARKETING

Environ = dict[str, object]
REMEMBERED = 4096  # pairs of a page's languages and a reader's
LONGEST_REMEMBERED = 200  # letters of Accept-Language; browsers write fewer
OURS = re.compile("|".join((cookies.CONSENT, cookies.LANGUAGE, cookies.NOTICE)))
NONE_BEFORE, UNKNOWN = -1, 0  # instead of the number of a policy


class Address(Protocol):
    """Where a page stands: the scheme and host of its site, its path, its query."""

    site: str
    path: str
    query: str


class Said(NamedTuple):
    """All of a request that tells its reader from others: of the cookies our own, and some headers."""

    cookies: str
    languages: str
    signal: str
    agent: str


class Languages(NamedTuple):
    """The language of a page, and those it exists in."""

    own: str
    codes: tuple[str, ...]


class About(NamedTuple):
    """What a view said of a page: its languages, its addresses in those it exists in, and which of them are older.

    Kinds of readers differ by the languages alone.
    """

    deciding: Languages
    addresses: tuple[str, ...]
    older: frozenset[str]


class Kind(NamedTuple):
    """What tells readers of a page apart.

    `asks` is whether there is a bar or a notice, `answered` the policy they answered before, `signalled`
    whether Global Privacy Control makes a difference to the question, `offer` the language they are offered, if any.
    """

    asks: bool
    answered: int
    signalled: bool
    offer: str


class Question:
    """What readers are asked under the policy of today, by the answer they gave before."""

    def __init__(self) -> None:
        self.policy = Policy.objects.current()
        self.mode = mode_of(self.policy)
        self.is_about_marketing = MARKETING in self.policy.purposes
        self._asks: dict[int, tuple[bool, int]] = {}

    def to(self, choices: dict[str, str]) -> tuple[bool, int, float]:
        """Tell whether a reader is asked or told something, which policy they answered before, and until when."""
        if self.mode != CONSENT:
            return self.mode == NOTICE and choices.get(cookies.NOTICE) != SEEN, NONE_BEFORE, INFINITY
        given, now = choices.get(cookies.CONSENT, ""), time.time()
        answer = parse(given, now)
        number = answer.policy if answer else NONE_BEFORE
        if number not in self._asks:
            self._asks[number] = self._standing(answer)
        return *self._asks[number], holds_until(given, now)

    def plainly(self, kind: Kind) -> Consent:
        """Return where the plainest reader of a kind stands."""
        if kind.asks and kind.answered == NONE_BEFORE:
            return consent_to(self.policy, None)
        number = kind.answered if kind.asks else self.policy.number
        return consent_to(self.policy, Answer(number, "", datetime.now(UTC)))

    def _standing(self, answer: Answer | None) -> tuple[bool, int]:
        consent = consent_to(self.policy, answer)
        known = consent.answered.number if consent.answered else UNKNOWN
        return not consent.decided, known if consent.asked_before else NONE_BEFORE


class Kinds:
    """Tells the page cache what kind a reader is, and what the plainest reader of a kind sends."""

    def __init__(self) -> None:
        self._question: tuple[int, Question] | None = None
        self._better_than = lru_cache(REMEMBERED)(better_than)

    @staticmethod
    def about(request: HttpRequest) -> About:
        """Return what a page is, of what its slots will need to know."""
        alternates = getattr(request, "alternates", {})
        older = frozenset(getattr(request, "older_alternates", ()))
        return About(Languages(request.LANGUAGE_CODE, tuple(alternates)), tuple(alternates.values()), older)

    @staticmethod
    def said_by(environ: Environ) -> tuple[str, ...]:
        """Return what Said is made of; to name it here would cost as much as to look it up."""
        get = environ.get
        languages, signal = get("HTTP_ACCEPT_LANGUAGE", ""), get("HTTP_SEC_GPC", "")
        return ours_in(get("HTTP_COOKIE", "")), languages, signal, get("HTTP_USER_AGENT", "")

    def kind_of(self, said: tuple[str, ...], site: str, languages: Languages, generation: int) -> tuple[Kind, float]:
        """Return the kind of a reader, and until when (Unix time) they are of it.

        A new generation of the slots means that the policy may be another.
        """
        question, said = self._question_of(generation), Said(*said)
        choices = choices_in(said.cookies, prefix_of(site))
        asks, answered, until = question.to(choices)
        signalled = asks and question.is_about_marketing and is_in(said.signal)
        return Kind(asks, answered, signalled, self._offer(choices, said, languages)), until

    def plain_request(self, kind: Kind, address: Address, about: About, generation: int) -> HttpRequest:
        """Return a request of the plainest reader of a kind: only what their kind consists of is in it."""
        request = WSGIRequest(bare_environ(address))
        if kind.signalled:
            request.META["HTTP_SEC_GPC"] = "1"
        if not kind.asks:
            request.COOKIES[cookies.cookie_name(request, cookies.NOTICE)] = SEEN
        request.LANGUAGE_CODE = about.deciding.own
        request.alternates = dict(zip(about.deciding.codes, about.addresses, strict=True))
        request.older_alternates = about.older
        request.consent = self._question_of(generation).plainly(kind)
        url = request.alternates.get(kind.offer)
        request.language_offer = Offer(kind.offer, url, kind.offer in about.older) if url else None
        return request

    @staticmethod
    def is_crawler(said: tuple[str, ...]) -> bool:
        """Tell whether nobody's eyes read this."""
        return is_bot(Said(*said).agent)

    def _question_of(self, generation: int) -> Question:
        known = self._question
        if known is None or known[0] != generation:
            known = self._question = generation, Question()
        return known[1]

    def _offer(self, choices: dict[str, str], said: Said, languages: Languages) -> str:
        header = said.languages
        if not header or not languages.codes or has_answered(choices):
            return ""
        ask = self._better_than if len(header) <= LONGEST_REMEMBERED else better_than
        language = ask(languages.own, header, languages.codes)
        return language if language and not (settings.KNOWS_CRAWLERS and is_bot(said.agent)) else ""


def bare_environ(address: Address) -> Environ:
    site = urlsplit(address.site)
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address.path,
        "QUERY_STRING": address.query,
        "HTTP_HOST": site.netloc,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": "443" if site.scheme == "https" else "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
    }


@lru_cache(maxsize=64)
def prefix_of(site: str) -> str:
    """Return what the names of our cookies begin with on a site."""
    parts = urlsplit(site)
    return cookies.prefix_on(parts.scheme, parts.hostname)


def ours_in(header: str) -> str:
    """Return what a Cookie header has of our cookies; most have none, and what others write there changes often."""
    if not (cookies.CONSENT in header or cookies.LANGUAGE in header or cookies.NOTICE in header):
        return ""
    return ";".join(filter(OURS.search, header.split(";")))


def choices_in(ours: str, prefix: str) -> dict[str, str]:
    """Return a reader's choices by the plain names of their cookies."""
    given = parse_cookie(ours)
    names = (cookies.CONSENT, cookies.NOTICE, cookies.LANGUAGE, cookies.PROMPT)
    return {name: given[f"{prefix}{name}"] for name in names if f"{prefix}{name}" in given}


def has_answered(choices: dict[str, str]) -> bool:
    """Tell whether a reader has chosen a language, or said no to an offer."""
    return choices.get(cookies.PROMPT) == "0" or choices.get(cookies.LANGUAGE) in dict(settings.LANGUAGES)
