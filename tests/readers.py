"""What tests about readers share: a registry of cookies, and how readers answer."""

import time

from django.conf import settings

from newsroom.readers.consent import dump, parse
from newsroom.readers.models import Keeping, Policy, RegistryEntry

OURS = {"sec-fetch-site": "same-origin"}
SCRIPT = OURS | {"x-requested-with": "fetch"}
ORDINARY = {
    "preferences": {"name": "letters", "keeping": Keeping.LOCAL},
    "analytics": {"name": "visits_*", "lifetime": 365},
    "embeds": {"name": "player.example", "keeping": Keeping.FRAME, "provider": "Film House"},
    "marketing": {"name": "adverts", "provider": "Adverts Ltd", "lifetime": 90},
}


def register(*purposes):
    """Register one ordinary thing for each purpose; return the policy that asks for them."""
    for purpose in purposes:
        registered(purpose)
    return Policy.objects.current()


def registered(category, **fields):
    """Register a cookie or storage key, an ordinary one of its category unless the test says more."""
    purposes = {"purpose_uk": "Для тесту.", "purpose_en": "For a test.", "purpose_pl": "Do testu."}
    return RegistryEntry.objects.create(category=category, **(purposes | ORDINARY[category] | fields))


def register_players():
    """Register every site whose films and posts may open inside ours; return the policy that asks for them."""
    for address in settings.EMBED_HOSTS:
        registered("embeds", name=address.removeprefix("https://"), provider="Some House")
    return Policy.objects.current()


def answer(client, headers=OURS, **fields):
    return client.post("/privacy/consent", fields, headers=headers)


def letters(response, name="consent"):
    """Return the letters of the purposes granted by the cookie of a response."""
    return parse_now(response.cookies[name].value).letters


def answered(*grants, policy=None, when=None):
    """The cookie of an answer: to the policy of today, now, unless the test says otherwise."""
    return dump(policy or Policy.objects.current().number, grants, when or time.time())


def parse_now(value):
    return parse(value, time.time())
