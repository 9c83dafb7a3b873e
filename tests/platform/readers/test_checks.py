"""Settings that can't work stop the start."""

import pytest

from newsroom.readers.checks import check_mode, check_readers
from tests.platform.commands import manage
from tests.readers import register

ADDRESS, CONSENT, PROMPT = (
    f"newsroom.readers.middleware.{name}"
    for name in ("AddressLanguageMiddleware", "ConsentMiddleware", "LanguagePromptMiddleware")
)


def complaints():
    return [message.id for message in check_readers(None)]


def complaints_about_the_mode():
    return [message.id for message in check_mode(None, databases=["default"])]


def test_the_site_s_own_settings_are_sound():
    assert complaints() == []


@pytest.mark.parametrize(
    "middleware", [[], [CONSENT, ADDRESS, PROMPT], [ADDRESS, PROMPT, CONSENT], [ADDRESS, CONSENT], [CONSENT, PROMPT]]
)
def test_middleware_out_of_order_is_an_error(settings, middleware):
    settings.MIDDLEWARE = middleware
    assert complaints() == ["readers.E001"]


@pytest.mark.parametrize("mode", ["", "off", "notice", "consent"])
@pytest.mark.parametrize("purposes", [[], ["embeds"], ["analytics", "marketing"]])
def test_what_needs_consent_may_not_go_without_asking(settings, mode, purposes):
    settings.CONSENT_MODE = mode
    register(*purposes)
    refused = purposes and mode in ("off", "notice")
    assert complaints_about_the_mode() == (["readers.E002"] if refused else [])


def test_a_deployment_that_would_ask_nobody_fails_at_its_migration(tmp_path):
    platform = {"folder": tmp_path, "DJANGO_SETTINGS_MODULE": "tests.platform.settings"}
    assert manage("migrate", "--verbosity=0", **platform).returncode == 0
    registering = "from tests.readers import register; register('embeds')"
    assert manage("shell", "--no-imports", "--command", registering, **platform).returncode == 0
    done = manage("migrate", "--verbosity=0", CONSENT_MODE="off", **platform)
    assert done.returncode != 0
    assert "CONSENT_MODE=off" in done.stderr
    assert "player.example" in done.stderr
