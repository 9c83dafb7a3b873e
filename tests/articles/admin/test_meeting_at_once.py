"""What somebody typed is taken from them at the moment at which they save it: neither waits for the other for ever."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection
from django.test import Client

from articles.admin import article as writing
from articles.admin.writing import taking_over
from articles.desk import leaving
from articles.models import WorkingCopy
from tests.articles.admin.sent import Form
from tests.builders import a_text, an_article
from tests.people import hire

pytestmark = pytest.mark.django_db(transaction=True)
AT_MOST = 1  # second that the one waits for the other to come in between


def browser_of(person):
    browser = Client(raise_request_exception=False)
    browser.force_login(person)
    return browser


def in_a_thread(send, *arguments):
    try:
        return send(*arguments).status_code
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("module", "step", "address"),
    [(taking_over, "desk_as_typed", "{story}/take-over/{person}/"), (leaving, "for_desk", "leaver/{person}/")],
    ids=["taking over", "leaving"],
)
def test_a_save_meets_whoever_takes_what_was_typed(maria, olha, monkeypatch, module, step, address):
    article = an_article(a_text(), headline_uk="Міст")
    office = browser_of(maria if module is taking_over else hire("iryna", "Ірина", "en", ("admin", "")))
    form = Form(browser_of(olha), article, "uk").fill(headline_uk="Міст відкрито для всіх")
    form.keep()
    is_taken, is_locked = Event(), Event()
    stepped, pieces = getattr(module, step), writing.pieces_before

    def taken(*arguments):
        is_taken.set()
        is_locked.wait(AT_MOST)
        return stepped(*arguments)

    def before(story):
        is_locked.set()
        return pieces(story)

    def save():
        is_taken.wait(5 * AT_MOST)
        return form.save()

    monkeypatch.setattr(module, step, taken)
    monkeypatch.setattr(writing, "pieces_before", before)
    address = "/admin/articles/article/" + address.format(story=article.pk, person=olha.pk)
    with ThreadPoolExecutor(2) as hands:
        sent = [hands.submit(in_a_thread, office.post, address, {"to": ""}), hands.submit(in_a_thread, save)]
    assert [each.result() for each in sent] == [302, 302]
    kept = [version.content["article"]["headline_uk"] for version in article.versions.all()]
    assert "Міст відкрито для всіх" in kept
    assert not WorkingCopy.objects.exists()
