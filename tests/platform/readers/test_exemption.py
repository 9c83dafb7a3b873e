"""Measurement that the law lets off is served without asking, and can be refused (CNIL)."""

import pytest

from newsroom.readers.consent import consent_to
from newsroom.readers.models import Policy
from tests.readers import answer, letters, registered


@pytest.fixture(autouse=True)
def exempt(settings):
    settings.CONSENT_ANALYTICS_EXEMPT = True


def test_first_party_measurement_of_thirteen_months_needs_no_bar(client):
    registered("analytics", lifetime=395)
    assert Policy.objects.current().purposes == []
    assert "data-consent-question" not in client.get("/en/story/").text


@pytest.mark.parametrize(
    "terms",
    [{"lifetime": 396}, {"provider": "Counting Ltd"}, {"recipients": "Counting Ltd"}, {"category": "marketing"}],
)
def test_whatever_goes_beyond_the_exemption_is_asked_for(client, terms):
    registered(**({"category": "analytics"} | terms))
    assert "data-consent-question" in client.get("/en/story/").text


def test_one_thing_beyond_the_exemption_has_all_of_them_asked_for(client):
    registered("analytics")
    registered("analytics", name="more", provider="Counting Ltd")
    assert Policy.objects.current().purposes
    assert not consent_to(Policy.objects.current(), None).allows("analytics")


@pytest.mark.parametrize("terms", [{"keeping": "local", "lifetime": None}, {"keeping": "frame"}])
def test_what_stays_for_ever_or_is_another_site_s_is_not_exempt(client, terms):
    registered("analytics", **terms)
    assert "data-consent-question" in client.get("/en/story/").text


def test_it_can_be_refused_on_the_cookies_page(client):
    registered("analytics")
    assert 'name="c-a" value="yes" checked' in client.get("/en/privacy/").text
    assert letters(answer(client, **{"choice": "save", "c-a": "no"})) == ""
    assert 'name="c-a" value="no" checked' in client.get("/en/privacy/").text


def test_it_is_not_exempt_unless_the_site_says_so(client, settings):
    settings.CONSENT_ANALYTICS_EXEMPT = False
    registered("analytics")
    assert "data-consent-question" in client.get("/en/story/").text
