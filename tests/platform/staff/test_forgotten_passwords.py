"""Whoever forgot a password gets a letter; who works here stays nobody else's business."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.people import hire

pytestmark = pytest.mark.django_db
FORGOTTEN = "/admin/forgotten/"
GOOD = "another sentence to remember"


@pytest.fixture(autouse=True)
def with_mail(settings):
    settings.SENDS_LETTERS = True


@pytest.fixture
def anna():
    person = hire("anna", "Anna", "pl", ("author", "pl"))
    person.email = "anna@dash.example"
    person.save()
    return person


def ask(address="anna@dash.example"):
    return Client().post(FORGOTTEN, {"email": address})


def link():
    return re.search(r"http://localhost:8000(/admin/forgotten/\S+)", mail.outbox[-1].body)[1]


def test_a_letter_leads_to_a_new_password(anna):
    ask()
    browser = Client()
    form = browser.get(link(), follow=True)
    browser.post(form.request["PATH_INFO"], {"new_password1": GOOD, "new_password2": GOOD})
    assert Client().login(username="anna", password=GOOD)
    assert Client().get(link(), follow=True).content.decode().count("<form") == 0, "the link works once"


def test_the_letter_is_in_the_person_s_language_and_names_them(anna):
    ask("ANNA@dash.example")
    [letter] = mail.outbox
    assert letter.subject.startswith("Nowe hasło do redakcji")
    assert "anna" in letter.body


def test_the_answer_is_the_same_whoever_is_asked_for(anna):
    known, unknown = ask(), ask("nobody@dash.example")
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert len(mail.outbox) == 1


def test_a_second_letter_waits_a_quarter_of_an_hour(anna):
    ask()
    ask()
    assert len(mail.outbox) == 1


def test_a_shut_account_gets_no_letter(anna):
    anna.is_active = False
    anna.save()
    ask()
    assert not mail.outbox


def test_the_sign_in_page_leads_there_only_where_letters_can_be_sent(settings):
    assert FORGOTTEN in Client().get("/admin/login/").content.decode()
    settings.SENDS_LETTERS = False
    page = Client().get("/admin/login/", headers={"accept-language": "en"}).content.decode()
    assert FORGOTTEN not in page
    assert "An administrator can invite you anew." in page
    assert Client().get(FORGOTTEN).status_code == 404
