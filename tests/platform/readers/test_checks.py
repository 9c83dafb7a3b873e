"""Settings that can't work stop the start."""

import pytest

from newsroom.readers.checks import check_readers

ADDRESS, CONSENT, PROMPT = (
    f"newsroom.readers.middleware.{name}"
    for name in ("AddressLanguageMiddleware", "ConsentMiddleware", "LanguagePromptMiddleware")
)


def complaints():
    return [message.id for message in check_readers(None)]


def test_the_site_s_own_settings_are_sound():
    assert complaints() == []


@pytest.mark.parametrize(
    "middleware", [[], [CONSENT, ADDRESS, PROMPT], [ADDRESS, PROMPT, CONSENT], [ADDRESS, CONSENT], [CONSENT, PROMPT]]
)
def test_middleware_out_of_order_is_an_error(settings, middleware):
    settings.MIDDLEWARE = middleware
    assert complaints() == ["readers.E001"]


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_policy_number_that_the_cookie_cannot_hold_is_an_error(settings, number):
    settings.CONSENT_POLICY = number
    assert complaints() == ["readers.E002"]
