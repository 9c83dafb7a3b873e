"""A process that writes at the desk of one newspaper: it opens, keeps and saves a story and prints what that cost."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import NamedTuple

from django.db import connection
from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client
from django.test.utils import setup_test_environment

from .reader import Meter, spent_in_postgresql

OPEN, KEEP, SAVE = "opened", "kept as typed", "saved"
LANGUAGES = ("uk", "uk,en,pl")
SENTENCE = "Міський архів відкрив читальну залу після ремонту, який тривав два роки. "


class Cost(NamedTuple):
    """Milliseconds of CPU, here and in PostgreSQL, and queries."""

    cpu: float
    queries: int


def main() -> None:
    from .work import editor  # the models can’t be imported before Django is set up

    blocks, rounds = map(int, sys.argv[1:])
    setup_test_environment()  # so that an answer tells its forms
    client = Client(headers={"host": "localhost"})
    client.force_login(editor())
    story = long_story(blocks)
    print(json.dumps({langs: costs_of(client, story, langs, rounds) for langs in LANGUAGES}))


def long_story(blocks: int) -> int:
    """Write a story in three languages, texts and quotes by turns, and return its id."""
    from articles.desk.saving import settle
    from articles.models import Article, QuoteBlock, Speaker, TextBlock

    story = Article.objects.create(**{f"headline_{code}": "Архів відкрито" for code in ("uk", "en", "pl")})
    speaker = Speaker.objects.first()
    for number in range(blocks):
        texts = {f"text_{code}": f"<p>{number}. {SENTENCE * 6}</p>" for code in ("uk", "en", "pl")}
        quoted = {"speaker": speaker} if number % 2 else {}
        kind = QuoteBlock if number % 2 else TextBlock
        kind.objects.create(parent=story, region="main", ordering=10 * (number + 1), **texts, **quoted)
    settle(story, {}, None)
    return story.pk


def costs_of(client: Client, story: int, langs: str, rounds: int) -> dict[str, Cost]:
    found = [once(client, story, langs, number) for number in range(rounds + 1)][1:]  # the first loads templates
    return {what: Cost(median(each[what].cpu for each in found), found[0][what].queries) for what in found[0]}


def once(client: Client, story: int, langs: str, number: int) -> dict[str, Cost]:
    address = f"/admin/articles/article/{story}/change/?langs={langs}"
    opened, page = measured(lambda: client.get(address), 200)
    form = as_sent(page.context, langs) | {"headline_uk": f"Архів відкрито {number}"}
    kept, _empty = measured(lambda: client.post(page.context["autosave"], form), 200)
    saved, _led_on = measured(lambda: client.post(address, form | {"_continue": "1"}), 302)
    return {OPEN: opened, KEEP: kept, SAVE: saved}


def measured(ask: Callable[[], HttpResponse], expected: int) -> tuple[Cost, HttpResponse]:
    meter = Meter()
    begin, begin_there = time.process_time(), spent_in_postgresql()
    with connection.execute_wrapper(meter):
        response = ask()
    if response.status_code != expected:
        sys.exit(f"The desk answered {response.status_code} and not {expected}.")
    spent = (time.process_time() - begin) * 1000 + spent_in_postgresql() - begin_there
    return Cost(spent, meter.queries), response


def as_sent(context: dict, langs: str) -> dict[str, object]:
    """Return what a browser sends of the form as it was opened."""
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    forms = [context["adminform"].form, *(formset.management_form for formset in formsets)]
    forms += [form for formset in formsets for form in formset.initial_forms]
    return {"columns": langs} | {name: value for form in forms for name, value in values_of(form)}


def values_of(form: BaseForm) -> Iterator[tuple[str, object]]:
    """Give what each field that isn't empty sends."""
    for field in form:
        value = field.value()
        sent = value if isinstance(value, list) else field.field.widget.format_value(value)
        if value is not False and sent not in (None, "", [], [""], [None]):
            yield field.html_name, sent


if __name__ == "__main__":
    main()
