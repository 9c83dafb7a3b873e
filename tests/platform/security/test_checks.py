"""`check --deploy` warns of headers that would not protect anybody."""

import pytest
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

from newsroom.security.checks import HEADERS, POLICY, check_headers


def complaints():
    return [message.id for message in check_headers(None)]


def test_the_site_s_own_settings_are_sound():
    assert complaints() == []


@pytest.mark.parametrize("middleware", [[], [POLICY], [HEADERS], [HEADERS, POLICY]])
def test_headers_written_before_the_policy_are_noticed(settings, middleware):
    settings.MIDDLEWARE = middleware
    assert complaints() == ["headers.W001"]


@pytest.mark.parametrize(
    "policy",
    [
        {},
        {"DIRECTIVES": {"default-src": [UNSAFE_INLINE]}},
        {"DIRECTIVES": {"default-src": [NONE], "script-src": [SELF, UNSAFE_INLINE]}},
        {"DIRECTIVES": {"default-src": [NONE], "script-src": UNSAFE_EVAL}},
        {"DIRECTIVES": {"default-src": [NONE], "script-src": [SELF], "script-src-elem": [UNSAFE_INLINE]}},
    ],
)
def test_a_policy_that_lets_code_into_pages_is_noticed(settings, policy):
    settings.CONTENT_SECURITY_POLICY = policy
    assert complaints() == ["headers.W002"]


def test_a_desk_that_lets_code_into_pages_is_noticed(settings):
    settings.DESK_SECURITY_POLICY = {"script-src": [SELF, UNSAFE_EVAL]}
    assert complaints() == ["headers.W002"]


def test_a_site_that_forbids_no_feature_is_noticed(settings):
    settings.PERMISSIONS_POLICY = ""
    assert complaints() == ["headers.W003"]
