"""off, notice or consent: never less than the registry requires."""

import pytest

from tests.readers import OURS, answer, register


@pytest.mark.parametrize("mode", ["", "off", "consent"])
def test_while_only_the_necessary_is_registered_the_page_says_nothing(client, settings, mode):
    settings.CONSENT_MODE = mode
    html = client.get("/en/story/").text
    assert "data-consent" not in html
    assert "data-notice" not in html


@pytest.mark.parametrize("mode", ["", "off", "notice", "consent"])
def test_while_something_needs_consent_readers_are_asked_whatever_the_mode(client, settings, mode):
    settings.CONSENT_MODE = mode
    register("embeds")
    html = client.get("/en/story/").text
    assert "data-consent" in html
    assert "data-notice" not in html


def test_a_notice_informs_and_asks_for_nothing(client, settings):
    settings.CONSENT_MODE = "notice"
    html = client.get("/en/story/").text
    assert "data-notice" in html
    assert "data-consent" not in html
    assert "consent to" not in html
    assert 'href="/en/privacy/"' in html


def test_a_notice_once_read_stays_away_and_is_no_consent(client, settings):
    settings.CONSENT_MODE = "notice"
    response = answer(client, choice="seen", next="/en/story/")
    assert (response.status_code, response.url) == (303, "/en/story/")
    assert [*response.cookies] == ["notice"]
    assert "data-notice" not in client.get("/en/story/").text


def test_having_read_the_notice_does_not_spare_the_question(client, settings):
    settings.CONSENT_MODE = "notice"
    answer(client, choice="seen")
    register("embeds")
    assert "data-consent" in client.get("/en/story/").text


def test_a_foreign_site_cannot_put_the_notice_away(client, settings):
    settings.CONSENT_MODE = "notice"
    response = answer(client, OURS | {"sec-fetch-site": "cross-site"}, choice="seen")
    assert response.status_code == 403
    assert not response.cookies
