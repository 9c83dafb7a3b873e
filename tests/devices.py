"""What a browser keeps for a site, and what of it the registry doesn't tell readers."""

from django.test import RequestFactory

from newsroom.readers import cookies
from newsroom.readers.models import Keeping, RegistryEntry

STORAGE = """async () => [
    ...Object.keys(localStorage).map((name) => ["local", name]),
    ...Object.keys(sessionStorage).map((name) => ["session", name]),
    ...(await indexedDB.databases()).map(({name}) => ["indexeddb", name]),
]"""


def kept(page):
    """Return what the browser of a Playwright page keeps for its site: pairs of kind and name."""
    named = [(Keeping.COOKIE, cookie["name"]) for cookie in page.context.cookies()]
    return {*named, *((kind, name) for kind, name in page.evaluate(STORAGE))}


def unregistered(things, host):
    """Return those things that no entry of the registry is about."""
    request = RequestFactory().get("/", headers={"host": host})
    entries = list(RegistryEntry.objects.all())
    for entry in entries:
        if entry.own and entry.keeping == Keeping.COOKIE:
            entry.name = cookies.full_name(request, entry.name)
    return {
        (kind, name)
        for kind, name in things
        if not any(entry.keeping == kind and entry.matches(name) for entry in entries)
    }
