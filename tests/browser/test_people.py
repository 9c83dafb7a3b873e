"""People come and go in a browser: an invitation is passed on and used, an account is shut."""

import pytest
from playwright.sync_api import expect

from tests.people import hire
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(context, page, live_server, settings):
    """A page of Iryna's, who keeps the staff."""
    settings.SITE_URL = live_server.url
    sign_in(context, hire("iryna", "Ірина", "en", ("admin", "")), live_server.url)
    return page


def test_somebody_is_hired_invited_and_comes_in(office, chromium):
    office.goto("/admin/staff/person/add/")
    office.get_by_label("Username").fill("petro")
    office.locator("input[name=usable_password][value=false]").check()
    office.get_by_role("button", name="Save", exact=True).click()
    expect(office.get_by_role("heading", name="Invite petro")).to_be_visible()
    office.get_by_role("button", name="Invite").click()
    link = office.get_by_label("Link").input_value()
    elsewhere = chromium.new_context(locale="pl").new_page()
    elsewhere.goto(link)
    elsewhere.get_by_role("button").click()
    expect(elsewhere.get_by_role("heading", name="Witamy, petro")).to_be_visible()
    for field in elsewhere.locator("input[type=password]").all():
        field.fill("zdanie do zapamiętania")
    elsewhere.get_by_role("button", name="Zapisz").click()
    expect(elsewhere.get_by_text("Nic na ciebie nie czeka")).to_be_visible()
    elsewhere.context.close()


def test_an_account_is_shut_from_the_person_s_page(office, olha):
    office.goto(f"/admin/staff/person/{olha.pk}/change/")
    office.get_by_role("link", name="Leaves the newsroom…").click()
    expect(office.get_by_text("Nothing is in hand.")).to_be_visible()
    office.get_by_role("button", name="Shut the account").click()
    expect(office.get_by_text("Ольга has left.")).to_be_visible()
    olha.refresh_from_db()
    assert not olha.is_active
