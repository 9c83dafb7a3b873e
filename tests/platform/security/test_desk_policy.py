"""The desk alone has a policy of its own, and no other site may read what it holds."""

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.test import RequestFactory

from newsroom.security.headers import HeadersMiddleware


def policy(response):
    return dict(part.partition(" ")[::2] for part in response["Content-Security-Policy"].split("; "))


def test_only_the_desk_may_carry_style_attributes(client):
    assert policy(client.get("/admin/login/"))["style-src-attr"] == "'unsafe-inline'"
    assert "style-src-attr" not in policy(client.get("/en/story/"))


def test_what_the_desk_does_not_change_stays_strict(client):
    assert policy(client.get("/admin/login/"))["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(("path", "header"), [("/admin/login/", "same-origin"), ("/en/story/", None)])
def test_only_the_desk_is_closed_to_other_sites(client, path, header):
    assert client.get(path).get("Cross-Origin-Resource-Policy") == header


def test_a_nonce_that_a_page_of_the_desk_used_is_in_its_policy():
    def page(request):
        return HttpResponse(str(request.csp_nonce))

    response = CSPMiddleware(HeadersMiddleware(page))(RequestFactory().get("/admin/"))
    assert f"'nonce-{response.text}'" in policy(response)["script-src"]
