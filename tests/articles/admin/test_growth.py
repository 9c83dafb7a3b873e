"""What the database does for a page of the desk doesn't grow with the archive: SQLite counts its steps, and tells."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.admin import filters, start
from articles.admin.listing import ArticleList
from articles.archive.build import build
from articles.archive.texts import WORDS
from articles.models import Article, Category, Edition
from newsroom.editorial.stages import Stage
from newsroom.staff.amounts import Amount

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite counts its steps."),
]
# Reading even one row of each of the stories that are added would take many times as much.
SOME = 1.3


@pytest.fixture(autouse=True)
def few_are_enough(monkeypatch):
    """Let all that is bounded reach its bound in the smaller of the archives already."""
    monkeypatch.setattr(Amount, "MOST", 40)
    monkeypatch.setattr(ArticleList, "list_per_page", 10)
    for module in (filters, start):
        monkeypatch.setattr(module, "NEWEST", 40)


def grow(number):
    build(number, lambda *_report: None)


def some_work(person):
    """Leave open work of each kind in the newest stories; the rest is published and done with."""
    newest = [edition.pk for edition in Edition.objects.newest_first()[:12]]
    for place, fields in enumerate((
        {"stage": Stage.DRAFT},
        {"stage": Stage.REVIEW},
        {"stage": Stage.WITHDRAWN},
        {"unpublished": 1},
        {"behind": 2, "missing": 1},
        {"publish_at": timezone.now() + timedelta(days=1)},
    )):  # fmt: skip
        Edition.objects.filter(pk__in=newest[place::6]).update(**fields)
    Article.objects.filter(pk__in=Edition.objects.filter(pk__in=newest).values("article")).update(changed_by=person)
    return newest


def steps(client, address):
    """Return how many steps SQLite takes for a page."""
    client.get(address)  # what is kept from the first reading is not counted
    taken = []
    connection.ensure_connection()
    connection.connection.set_progress_handler(lambda: taken.append(1), 1)
    try:
        assert client.get(address).status_code == 200
    finally:
        connection.connection.set_progress_handler(None, 1)
    return len(taken)


def addresses():
    big = Category.objects.get(name_uk=WORDS["categories"][0]["name"]["uk"])
    queries = ["", "p=4", "o=8", "o=-8", f"category__id__exact={big.pk}", "category__isnull=True", "author=none"]
    queries += [f"view={name}" for name in ("mine", "review", "scheduled", "changed")]
    queries += [f"state={name}" for name in ("live", "draft", "behind", "withdrawn")]
    queries += [f"translation={code}" for code in ("uk", "en", "pl")]
    lists = [f"/admin/articles/article/?{query}" for query in queries]
    return ["/admin/", "/admin/articles/author/", *lists]


def finish(work):
    """Publish all that is open."""
    Edition.objects.filter(pk__in=work).update(stage=Stage.PUBLISHED, unpublished=0, behind=0, missing=0)
    Edition.objects.filter(publish_at__gt=timezone.now()).update(publish_at=timezone.now())
    Article.objects.update(changed_by=None)


def test_no_page_takes_more_steps_in_a_bigger_archive(client, maria):
    client.force_login(maria)
    grow(150)
    work = some_work(maria)
    few = {address: steps(client, address) for address in addresses()}
    finish(work)
    grow(600)
    some_work(maria)
    ratios = {address: steps(client, address) / few[address] for address in few}
    assert not {address: ratio for address, ratio in ratios.items() if ratio > SOME}
