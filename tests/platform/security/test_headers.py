"""Every answer carries the security headers, whatever it is."""

import pytest
from django.test import Client

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
}
FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics", "interest-cohort")
ANSWERS = [
    ("/en/story/", 200),
    ("/data.json", 200),
    ("/static/robots.txt", 200),
    ("/en/nothing/", 404),
    ("/privacy/consent", 405),
    ("/broken/", 500),
    ("/", 302),
    ("/EN/story/", 301),
    ("/admin/login/", 200),
]


@pytest.fixture(autouse=True)
def https(settings, tmp_path):
    (tmp_path / "robots.txt").write_text("User-agent: *")
    settings.STATIC_ROOT = tmp_path
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True


def get(path):
    return Client(raise_request_exception=False).get(path, secure=True)


@pytest.mark.parametrize(("path", "status"), ANSWERS)
def test_every_answer_carries_the_headers(path, status):
    response = get(path)
    assert response.status_code == status
    assert {name: response.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert response["Permissions-Policy"] == ", ".join(f"{feature}=()" for feature in FEATURES)
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(("path", "status"), ANSWERS)
def test_no_policy_lets_code_stand_in_a_page(path, status):
    policy = dict(part.partition(" ")[::2] for part in get(path)["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"].split(" 'nonce-")[0] == "'self'"


def test_static_files_are_among_them():
    assert b"".join(get("/static/robots.txt")) == b"User-agent: *"
