"""Only our own pages may answer for a reader, and answers lead back only to our own pages."""

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from newsroom.readers.guard import is_same_origin, safe_path


def ask(method="POST", **headers):
    names = {"site": "Sec-Fetch-Site", "origin": "Origin"}
    request = RequestFactory().generic(
        method, "/privacy/consent", secure=True, headers={names[key]: value for key, value in headers.items()}
    )
    request.META["HTTP_HOST"] = "s.ua"
    return request


@pytest.fixture(autouse=True)
def our_host(settings):
    settings.ALLOWED_HOSTS = ["s.ua"]


@pytest.mark.parametrize(
    "headers",
    [
        {"site": "same-origin", "origin": "https://s.ua"},
        {"site": "same-origin", "origin": "null"},
        {"origin": "https://s.ua"},
    ],
)
def test_our_own_pages_are_let_through(headers):
    assert is_same_origin(ask(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"site": "same-site", "origin": "https://s.ua"},
        {"site": "cross-site", "origin": "https://s.ua"},
        {"site": "none", "origin": "https://s.ua"},
        {"site": "", "origin": "https://s.ua"},
        {"origin": "http://s.ua"},
        {"origin": "https://s.ua.evil.com"},
        {"origin": "https://s.ua:8443"},
        {"origin": "null"},
        {},
        {"method": "GET", "site": "same-origin", "origin": "https://s.ua"},
    ],
)
def test_everybody_else_is_refused(headers):
    assert not is_same_origin(ask(**headers))


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "/"),
        ("/x", "/x"),
        ("/uk/search/?q=%D0%BC%D0%B8%D1%80&page=2", "/uk/search/?q=%D0%BC%D0%B8%D1%80&page=2"),
        ("/en/../..//evil", "/evil"),
        ("/en/./a/../b/", "/en/b/"),
    ],
)
def test_a_path_on_this_site_may_be_gone_back_to(address, path):
    assert safe_path(address) == path


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//evil",
        "/\\evil",
        "https:///evil",
        "http:evil",
        "javascript:1",
        "///evil",
        "http://good/x",
        "https://good/x",
        "@evil",
        " /x",
        "/\t/evil",
        "/x\r\nSet-Cookie: a=b",
        "/\u2028x",
        "en/",
        "?next=/x",
        "/" + "x" * 9000,
    ],
)
def test_any_other_address_may_not(address):
    assert safe_path(address) is None


@given(st.text(alphabet="/\\.@:?#ab %\t\u2028") | st.text())
def test_the_way_back_is_always_one_slash_and_then_none(address):
    path = safe_path(address)
    assert path is None or (path[0] == "/" and path[1:2] not in ("/", "\\") and path.isascii() and path.isprintable())
