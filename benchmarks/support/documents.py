"""Fills the index of one newspaper with the documents of an archive that it hasn't got. A process of its own.

The first TEMPLATES are indexed one by one from texts like those of make_archive; the rest are copies of their rows,
each as old as it would be: python -m benchmarks.support.documents 1000000
"""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import django
from django.db import connection

TEMPLATES = 10_000
BATCH = 500
SPAN = timedelta(days=365 * 20)
LANGUAGES = ("uk", "uk", "uk", "en", "en", "pl")
LENGTHS = (5, 6, 4, 1)  # sentences of each paragraph
COPY = """
    INSERT INTO search_document (id, kind, key, owner, language, moment, until, rules, marks, weights, words, terms)
    SELECT id - %s, kind, key + %s, owner + %s, language, {moment}, until, rules, marks, weights, words, {terms}
    FROM search_document WHERE key < %s ORDER BY id
"""
MOMENT = {
    "sqlite": "strftime('%%Y-%%m-%%d %%H:%%M:%%f', moment, '-' || {older} || ' seconds')",
    "postgresql": "moment - {older} * interval '1 second'",
}
# By the marks of its time PostgreSQL walks; SQLite has no use for them.
THEN = "to_timestamp(id - {older}) AT TIME ZONE 'UTC'"
TIMES = f"ARRAY['time:' || to_char({THEN}, 'YYYY'), 'time:' || to_char({THEN}, 'YYYY-MM')]"
OTHERS = "ts_delete(terms, ARRAY(SELECT lexeme FROM unnest(terms) WHERE lexeme LIKE 'time:%%'))"
TERMS = {"sqlite": "terms", "postgresql": f"{OTHERS} || array_to_tsvector({TIMES})"}


def main() -> None:
    django.setup()
    number = int(sys.argv[1])
    templates = min(number, TEMPLATES)
    step = SPAN / number
    open_dictionaries()
    begin = time.perf_counter()
    index(templates, step)
    rate = templates / (time.perf_counter() - begin)
    with built_afterwards():
        for place in range(1, number // templates):
            copy(place, templates, int(step.total_seconds() * templates))
    if connection.vendor == "postgresql":
        execute("VACUUM ANALYZE search_document")
    print(f"{rate:.0f}")


def open_dictionaries() -> None:
    """Let the dictionaries be made before the clock runs: that happens once in the life of a newspaper."""
    from newsroom.search.terms import terms

    for language in dict.fromkeys(LANGUAGES):
        terms("1", language)


def index(number: int, step: timedelta) -> None:
    """Index so many documents, the newest first, as publishing does."""
    from newsroom.search.engine import backend

    found = entries(number, step)
    while batch := [entry for _place, entry in zip(range(BATCH), found, strict=False)]:
        backend().index(batch)


def entries(number: int, step: timedelta) -> Iterator:
    from articles.archive.texts import headline, paragraph, sentence
    from articles.markup import words_of
    from newsroom.search.entries import HEADLINE, LEAD, SOMEWHERE, Entry

    dice, now = Random(1), datetime.now(UTC)
    for place in range(number):
        language = LANGUAGES[place % len(LANGUAGES)]
        body = " ".join(words_of(paragraph(dice, length)[language]) for length in LENGTHS)
        texts = {HEADLINE: headline(dice)[language], LEAD: sentence(dice)[language], SOMEWHERE: body}
        moment = now - step * (place + 1)
        yield Entry("story", place, place, language, moment, None, frozenset(marks(dice)), texts)


def marks(dice: Random) -> Iterator[str]:
    """Yield what a story is about: half are in one category, one speaker in two hundred is rare."""
    yield f"category:{dice.choices(range(1, 11), range(10, 0, -1))[0]}"
    yield f"topic:{dice.randint(1, 30)}"
    yield f"speaker:{dice.randint(1, 200)}"
    yield f"source:{dice.randint(1, 20)}"


def copy(place: int, templates: int, seconds: int) -> None:
    older, further = seconds * place, templates * place
    moment, terms = (each[connection.vendor].format(older=older) for each in (MOMENT, TERMS))
    execute(COPY.format(moment=moment, terms=terms), [older, further, further, templates])


class built_afterwards:
    """Let PostgreSQL build its index when the rows are there: to keep it row by row would take hours."""

    def __enter__(self) -> None:
        if connection.vendor == "postgresql":
            execute("DROP INDEX search_document_terms")

    def __exit__(self, *problem: object) -> None:
        if connection.vendor == "postgresql":
            execute("SET maintenance_work_mem = '512MB'")
            execute("CREATE INDEX search_document_terms ON search_document USING gin (terms) WITH (fastupdate = off)")


def execute(query: str, params: list | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query, params)


if __name__ == "__main__":
    main()
