"""A page is the same bytes for everybody, but for its slots."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language

from newsroom.pagecache.middleware import SlotsMiddleware
from newsroom.pagecache.slots import marker


def greet(request):
    return f"<p>{request.GET.get('name', 'reader')}</p>"


def speak(request):
    return get_language()


@pytest.fixture(autouse=True)
def a_greeting(settings):
    settings.SLOTS = {"greeting": f"{__name__}.greet"}


def page_for(request, response):
    return SlotsMiddleware(lambda request: response)(request)


def test_a_slot_is_filled_for_the_reader_who_asks(rf):
    html = f"<body>{marker('greeting')}<main>Text</main></body>"
    for name in ("Nina", "Olha"):
        page = page_for(rf.get("/", {"name": name}), HttpResponse(html))
        assert page.text == f"<body><p>{name}</p><main>Text</main></body>"


def test_a_filled_page_belongs_to_one_reader(rf):
    page = page_for(rf.get("/"), HttpResponse(marker("greeting")))
    assert page["Cache-Control"] == "private, no-cache"


def test_what_has_no_slot_is_left_alone(rf):
    page = page_for(rf.get("/"), HttpResponse("<main>Text</main>"))
    assert page.text == "<main>Text</main>"
    assert "Cache-Control" not in page


def test_a_slot_nobody_fills_shows_nothing(rf):
    page = page_for(rf.get("/"), HttpResponse(f"{marker('unknown')}<main>Text</main>"))
    assert page.text == "<!--slot:unknown--><main>Text</main>"


def test_a_file_for_download_has_no_slots_whatever_it_says(rf):
    file = HttpResponse(f'{{"words": "{marker("greeting")}"}}', content_type="application/json")
    assert page_for(rf.get("/"), file).text == f'{{"words": "{marker("greeting")}"}}'


def test_a_slot_is_filled_in_the_language_of_the_answer(rf, settings):
    settings.SLOTS = {"greeting": f"{__name__}.speak"}
    page = page_for(rf.get("/"), HttpResponse(marker("greeting"), headers={"Content-Language": "pl"}))
    assert page.text == "pl"


def test_what_streams_is_let_through(rf):
    response = StreamingHttpResponse([b"a", b"b"])
    assert page_for(rf.get("/"), response) is response
