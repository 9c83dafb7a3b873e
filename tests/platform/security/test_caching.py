"""What a signed-in person sees never lands in a cache."""

from django.http import HttpResponse
from django.test import RequestFactory

from newsroom.security.headers import HeadersMiddleware


def answer(response, **cookies):
    request = RequestFactory().get("/en/story/")
    request.COOKIES = cookies
    return HeadersMiddleware(lambda request: response)(request)


def test_an_answer_to_a_signed_in_person_is_not_stored(settings):
    response = answer(HttpResponse(), **{settings.SESSION_COOKIE_NAME: "x"})
    assert response["Cache-Control"] == "private, no-store"


def test_an_answer_that_sets_a_cookie_is_not_stored():
    response = HttpResponse()
    response.set_cookie("session", "x")
    assert answer(response)["Cache-Control"] == "private, no-store"


def test_an_answer_to_a_reader_is_left_alone():
    assert "Cache-Control" not in answer(HttpResponse(), consent="x", lang="en")


def test_what_is_public_by_its_own_word_stays_public(settings):
    said = "max-age=31536000, public, immutable"
    response = answer(HttpResponse(headers={"Cache-Control": said}), **{settings.SESSION_COOKIE_NAME: "x"})
    assert response["Cache-Control"] == said


def test_what_may_be_kept_by_one_browser_is_not_kept_for_the_signed_in(settings):
    said = {"Cache-Control": "private, no-cache"}
    response = answer(HttpResponse(headers=said), **{settings.SESSION_COOKIE_NAME: "x"})
    assert "no-store" in response["Cache-Control"]


def test_a_page_seen_while_signed_in_is_the_reader_s_page_again_afterwards(client, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "x"
    assert "no-store" in client.get("/en/story/")["Cache-Control"]
    client.cookies.clear()
    response = client.get("/en/story/")
    assert "no-store" not in response["Cache-Control"]
    assert "csrf" not in response.text
