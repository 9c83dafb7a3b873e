"""A reader's answer: kept on their device, counted here, and what they refused is taken away."""

import logging
import time

from django.conf import settings
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse

from . import cookies
from .consent import dump
from .crowd import is_counted
from .forms import ConsentForm
from .gpc import is_signalled
from .guard import safe_path
from .languages import in_address
from .models import Policy
from .proof import count
from .withdrawal import expire

logger = logging.getLogger(__name__)


def is_late(request: HttpRequest, form: ConsentForm) -> bool:
    """Tell whether an answer is to a question that has changed since: the reader has to see the new one."""
    asked = form.cleaned_data["policy"]
    return asked is not None and asked != request.consent.policy.number


def answer(request: HttpRequest, response: HttpResponse, form: ConsentForm) -> None:
    """Keep and count a valid answer, and expire the cookies of what it refuses."""
    policy = request.consent.policy
    grants = form.grants(request.consent.choosable, signalled=is_signalled(request))
    cookies.keep(request, response, cookies.CONSENT, dump(policy.number, grants, time.time()), for_scripts=True)
    response.headers["Consent-Grants"] = " ".join(sorted(grants))  # for our scripts, which then needn't read the cookie
    expire(request, response, grants)
    if is_counted(request):
        tally(policy, asked_in(request), form.cleaned_data["choice"], grants)


def tally(policy: Policy, language: str, choice: str, grants: set[str]) -> None:
    """Count an answer; a reader's refusal is not lost because our counting fails."""
    try:
        with transaction.atomic():
            count(policy, language, choice, grants)
    except DatabaseError:
        logger.exception("An answer of a reader was kept by their browser, but could not be counted.")


def asked_in(request: HttpRequest) -> str:
    """Return the language of the page that the question stood on."""
    return in_address(safe_path(request.POST.get("next", "")) or "") or settings.LANGUAGE_CODE
