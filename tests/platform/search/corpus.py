"""Documents of a few words, as tests of the index need them."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from newsroom.search.backends.pages import Order
from newsroom.search.engine import backend
from newsroom.search.entries import HEADLINE, LEAD, SOMEWHERE, Entry
from newsroom.search.queries import read

keys = count(1)


def an_entry(headline="", lead="", body="", *, key=None, language="uk", ago=timedelta(hours=1), **fields):
    """A document of a kind "story", an hour old, that owns itself."""
    key = key or next(keys)
    texts = {HEADLINE: headline, LEAD: lead, SOMEWHERE: body}
    fields = {"kind": "story", "owner": key, "until": None, "marks": frozenset()} | fields
    return Entry(key=key, language=language, moment=timezone.now() - ago, texts=texts, **fields)


def indexed(*entries):
    backend().index(entries)
    return [entry.key for entry in entries]


def answer(text, *, language="uk", order=Order.NEWEST, page=slice(20), marks=(), since=None):
    return backend().search(read(text, language).among("story", marks, since), order, page)


def found(text, **asked):
    """The keys that a question finds, the newest first."""
    return list(answer(text, **asked).keys)
