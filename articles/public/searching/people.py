"""People whom a question names: their page is a better answer than any story."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from articles.finding.names import names_of, rows_of
from articles.models import Office, Speaker
from newsroom.search.queries import Query
from newsroom.search.terms import name_keys

LOOKED_AT = 20  # of those who speak in what was found, whoever does so most


@dataclass(frozen=True)
class Person:
    """Somebody with a page, and what they are today."""

    speaker: Speaker
    office: Office | None


def people_named(query: Query, marks: Counter[str]) -> list[Person]:
    """Return who is named by all words of a question, in any form or spelling, of those who speak in its answer."""
    speaking = Counter({each: number for each, number in marks.items() if each.startswith("speaker:")})
    ids = [int(each.partition(":")[2]) for each, _number in speaking.most_common(LOOKED_AT)]
    speakers = rows_of("speaker").prefetch_related("offices").in_bulk(ids) if query.groups else {}
    today = timezone.localdate()
    return [Person(each, each.office_on(today)) for pk in ids if (each := speakers.get(pk)) and is_named(each, query)]


def is_named(speaker: Speaker, query: Query) -> bool:
    keys = {key for text, language in names_of(speaker) for key in name_keys(text, language)}
    return all(group & keys for group in query.groups)
