"""People are invited by a link that lets them in once; a letter carries it where there is a mail server."""

import re
from datetime import datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.test import Client

from newsroom.staff import entrance
from tests.people import hire

pytestmark = pytest.mark.django_db
GOOD = "a sentence to remember"


@pytest.fixture
def bohdan():
    person = hire("bohdan", "Богдан", "uk", ("author", "uk"))
    person.set_unusable_password()
    person.email = "bohdan@dash.example"
    person.save()
    return person


@pytest.fixture
def office(client):
    client.force_login(hire("iryna", "Ірина", "en", ("admin", "")))
    return client


@pytest.fixture
def with_mail(settings):
    settings.SENDS_LETTERS = True


def invite(office, person):
    """Press the button and return the page and the link on it."""
    page = office.post(f"/admin/staff/person/{person.pk}/invite/").content.decode()
    found = re.search(r'value="http://localhost:8000(/admin/enter/[^"]+)"', page)
    return page, found and found[1]


def enter(link):
    browser = Client()
    return browser, browser.post(link)


def test_an_invitation_lets_somebody_in_once_and_leads_to_a_password(office, bohdan):
    _page, link = invite(office, bohdan)
    browser, answer = enter(link)
    assert answer.headers["Location"] == "/admin/choose-password/"
    assert browser.post("/admin/choose-password/", {"new_password1": GOOD, "new_password2": GOOD}).status_code == 302
    assert browser.get("/admin/").status_code == 200
    assert Client().login(username="bohdan", password=GOOD)
    assert enter(link)[1].status_code == 410


def test_a_new_invitation_takes_the_place_of_the_last(office, bohdan):
    first, second = invite(office, bohdan)[1], invite(office, bohdan)[1]
    assert enter(first)[1].status_code == 410
    assert enter(second)[1].status_code == 302


def test_a_weak_password_is_refused_and_none_is_needed(office, bohdan):
    browser, _answer = enter(invite(office, bohdan)[1])
    assert browser.post("/admin/choose-password/", {"new_password1": "abc", "new_password2": "abc"}).status_code == 200
    assert browser.get("/admin/").status_code == 200


def test_whoever_has_a_password_is_not_asked_to_choose_one(office, olha):
    browser, answer = enter(invite(office, olha)[1])
    assert answer.headers["Location"] == "/admin/"
    assert browser.get("/admin/choose-password/").status_code == 404


@pytest.mark.parametrize(("hours", "status"), [(71, 302), (73, 410)])
def test_an_invitation_lasts_three_days(office, bohdan, monkeypatch, hours, status):
    link = invite(office, bohdan)[1]
    then = datetime.now() + timedelta(hours=hours)
    for kind in (entrance.tokens, entrance.invitations):
        monkeypatch.setattr(kind, "_now", lambda: then)
    assert enter(link)[1].status_code == status


def test_the_letter_is_in_the_person_s_language_and_has_the_link(office, bohdan, with_mail):
    page, link = invite(office, bohdan)
    [letter] = mail.outbox
    assert letter.to == ["bohdan@dash.example"]
    assert letter.subject.startswith("Ваш вхід до редакції")
    assert link in letter.body
    assert "A letter is on its way to bohdan@dash.example." in page


def test_a_letter_that_can_not_be_sent_is_said_and_the_link_is_there(office, bohdan, with_mail, monkeypatch):
    def refuse(*args, **kwargs):
        raise SMTPServerDisconnected("connection lost")

    monkeypatch.setattr("newsroom.staff.letters.send_mail", refuse)
    page, link = invite(office, bohdan)
    assert "connection lost" in page
    assert enter(link)[1].status_code == 302


def test_without_a_mail_server_nothing_is_sent(office, bohdan):
    _page, link = invite(office, bohdan)
    assert not mail.outbox
    assert link


def test_the_link_is_shown_once(office, bohdan):
    invite(office, bohdan)
    assert "/admin/enter/" not in office.get(f"/admin/staff/person/{bohdan.pk}/invite/").content.decode()


def test_the_list_of_people_is_no_way_for_an_editor_to_invite(client, olha, bohdan):
    client.force_login(olha)
    assert client.post(f"/admin/staff/person/{bohdan.pk}/invite/").status_code == 403
    bohdan.refresh_from_db()
    assert bohdan.invited is None


def test_nobody_is_invited_into_a_shut_account(office, bohdan):
    bohdan.is_active = False
    bohdan.save()
    assert invite(office, bohdan)[1] is None


def test_a_person_s_page_says_whether_they_have_come(office, bohdan):
    address = f"/admin/staff/person/{bohdan.pk}/change/"
    assert "not invited yet" in office.get(address).content.decode()
    link = invite(office, bohdan)[1]
    assert "has not come in yet" in office.get(address).content.decode()
    enter(link)
    assert "came in last" in office.get(address).content.decode()


def test_whoever_is_hired_without_a_password_can_be_invited_at_once(office):
    person = {"username": "petro", "first_name": "", "last_name": "", "email": "", "language": "uk"}
    roles = {"roles-TOTAL_FORMS": "0", "roles-INITIAL_FORMS": "0"}
    without = {"usable_password": "false", "password1": "", "password2": ""}
    answer = office.post("/admin/staff/person/add/", person | roles | without)
    assert re.fullmatch(r"/admin/staff/person/\d+/invite/", answer.headers["Location"])
