"""An index in Typesense, for archives past one machine: it knows which terms a document has, and when it was.

All else of a document stays in the newspaper's database, so that both backends give the same answers, and what
Typesense was not told is known there: documents without rules, which `manage.py reindex` looks for.
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b

import httpx
from django.conf import settings
from django.db import transaction
from typesense import Client
from typesense.exceptions import ObjectAlreadyExists
from typesense.sync.collection import Collection as Typesense

from ..entries import Entry
from ..fields import Groups
from ..models import Document
from ..queries import Query
from .database import BEGINNING, MARGIN, DatabaseBackend
from .documents import forget, keep, placed, second_of
from .pages import Away

PATIENCE = 3  # seconds
UNREACHABLE = (OSError, httpx.HTTPError)
PAGE = 250  # documents, the most that one request gives
SCHEMA = {
    "fields": [
        {"name": "owner", "type": "int64"},
        {"name": "position", "type": "int64"},
        {"name": "terms", "type": "string[]"},
    ],
    "default_sorting_field": "position",
}
logger = logging.getLogger(__name__)


class TypesenseBackend(DatabaseBackend):
    """Tells Typesense what was committed; publishing never waits for it longer than PATIENCE, nor fails with it."""

    def index(self, entries: Iterable[Entry]) -> None:
        found = list(entries)
        owners = {entry.owner for entry in found}
        with transaction.atomic():
            forget(Document.objects.filter(owner__in=owners))
            documents = placed(found)
            told = [told_of(document) for document in documents]
            for document in documents:
                document.terms = ""  # found there, not here
            keep(documents)
            transaction.on_commit(lambda: tell(owners, told))

    def remove(self, owners: Collection[int]) -> None:
        gone = list(owners)
        with transaction.atomic():
            super().remove(gone)
            transaction.on_commit(lambda: tell(gone, []))

    def newest(self, query: Query, now: datetime, limit: int) -> list[int]:
        """Return the positions of the newest documents; raises Away when nobody answers."""
        first, last = second_of(query.since) - MARGIN if query.since else BEGINNING, second_of(now)
        wanted = query.wanted()
        asked = {
            "collection": settings.TYPESENSE_COLLECTION,
            "q": "*",
            "filter_by": " && ".join([*filters_of(wanted.all, wanted.none), f"position:[{first}..{last}]"]),
            "sort_by": "position:desc",
            "include_fields": "position",
            "per_page": PAGE,
        }
        pages = [asked | {"page": number} for number in range(1, -(-limit // PAGE) + 1)]
        return [hit["document"]["position"] for answer in answers_to(pages) for hit in answer["hits"]][:limit]


def answers_to(questions: list[dict]) -> list[dict]:
    try:
        answers = client().multi_search.perform({"searches": questions}, {})["results"]
    except UNREACHABLE as problem:
        raise Away from problem
    if any("error" in answer for answer in answers):
        raise Away(answers[0].get("error"))
    return answers


def tell(owners: Collection[int], documents: Sequence[dict]) -> None:
    """Let Typesense have these documents of some owners, and no others."""
    try:
        collection = opened().documents
        if owners:
            collection.delete({"filter_by": f"owner:[{','.join(map(str, owners))}]"})
        if documents:
            taken = collection.import_(documents, {"action": "upsert"})
            if not all(each["success"] for each in taken):
                raise OSError(f"Typesense refused documents: {[each for each in taken if not each['success']][:3]}")
    except UNREACHABLE:
        logger.exception("Typesense was not told of %s stories. When it is back: manage.py reindex", len(owners))
        Document.objects.filter(owner__in=owners).update(rules="")


@lru_cache
def opened() -> Typesense:
    """Return the collection, which is made at the first call."""
    with suppress(ObjectAlreadyExists):
        client().collections.create(SCHEMA | {"name": settings.TYPESENSE_COLLECTION})
    return client().collections[settings.TYPESENSE_COLLECTION]


def told_of(document: Document) -> dict:
    terms = [name_of(term) for term in document.terms.split()]
    return {"id": str(document.pk), "owner": document.owner, "position": document.pk, "terms": terms}


def name_of(term: str) -> str:
    """Return a term in letters and digits that Typesense neither folds nor parts, whatever script it is in."""
    return blake2b(term.encode(), digest_size=8).hexdigest()


def filters_of(wanted: Groups, refused: Groups) -> Iterator[str]:
    for group in wanted:
        yield f"terms:=[{','.join(map(name_of, sorted(group)))}]"
    for group in refused:
        yield f"terms:!=[{','.join(map(name_of, sorted(group)))}]"


@lru_cache
def client() -> Client:
    once = {"connection_timeout_seconds": PATIENCE, "num_retries": 0}  # because a reader waits
    return Client({"nodes": [settings.TYPESENSE_URL], "api_key": settings.TYPESENSE_KEY} | once)
