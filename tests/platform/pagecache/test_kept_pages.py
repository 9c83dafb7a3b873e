"""A page is rendered once for everybody, and every kind of reader gets it ready."""

import gzip
import random
import re

import brotli
import pytest

from tests.edge import ask
from tests.platform.pagecache import site
from tests.readers import answered, register

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"


def test_a_page_is_rendered_for_its_first_reader_alone(server):
    for _reader in range(3):
        assert server.get(KEPT).status == 200
    assert server.renderings == [KEPT]


def test_one_rendering_serves_every_kind_of_reader(server):
    register("embeds", "marketing")
    kinds = [
        {},
        {"accept_language": "pl"},
        {"accept_language": "uk", "cookie": f"consent={answered('embeds')}"},
        {"sec_gpc": "1", "accept_encoding": "br"},
        {"accept_encoding": "gzip"},
    ]
    bodies = {server.get(KEPT, **headers).body for headers in kinds}
    assert len(bodies) == len(kinds)
    assert server.renderings == [KEPT]


# What the page says of the reader it is made for.
PERSONAL = re.compile(rb"\[\] \[.*\] \w\w")
CONSENTS = ["", "junk", "1.1..1", "x" * 4096, "9.9.9.9", "1.9998.e.1790000000"]
LANGUAGES = ["", "uk", "en", "pl", "de,en;q=0.5", "pl-PL,pl;q=0.9,en;q=0.8", "*", "junk;;;", "en;q=0", "x" * 8192]
AGENTS = ["Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0", "Googlebot/2.1 (+http://www.google.com/bot.html)"]


def readers(number):
    dice = random.Random(number)
    consents = [*CONSENTS, answered(), answered("embeds"), answered(policy=1)]
    for _reader in range(number):
        cookies = {
            "consent": dice.choice(consents),
            "lang": dice.choice(["", "en", "pl", "xx"]),
            "lang-prompt": dice.choice(["", "0", "1"]),
            "notice": dice.choice(["", "seen"]),
            "_ga": dice.choice(["", "GA1.2.3"]),
        }
        yield {
            "accept_language": dice.choice(LANGUAGES),
            "user_agent": dice.choice(AGENTS),
            "sec_gpc": dice.choice(["", "1", "0"]),
            "cookie": "; ".join(f"{name}={value}" for name, value in cookies.items() if value),
        }


@pytest.mark.parametrize("mode", ["consent", "notice", "nothing"])
def test_every_reader_gets_the_page_that_django_would_have_made_for_them(server, settings, mode):
    settings.CONSENT_MODE = "notice" if mode == "notice" else ""
    if mode == "consent":
        register("embeds")
        register("marketing")
    for headers in [*readers(150)] * 2:  # who comes again is known already
        plain = ask(server.django, KEPT, **headers).body
        assert server.get(KEPT, **headers).body == PERSONAL.sub(b"[] [] uk", plain)
    assert server.renderings == [KEPT]


def test_nothing_outside_the_key_gets_into_a_page(server):
    server.get(
        KEPT + "?utm_source=letter",
        cookie="_ga=1; session=x; csrf=y",
        accept_language="uk",
        x_forwarded_host="evil.example",
        x_forwarded_for="203.0.113.9",
        referer="https://search.example/?q=x",
        host="testserver:8000",
    )
    page = server.edge.store.get(next(iter(server.edge.store._pages)))
    assert b"first  [] [] uk" in page.body
    assert not any(word in page.body for word in (b"evil", b"203.0", b"search", b"8000", b"letter"))


def test_a_parameter_the_view_names_makes_a_page_of_its_own(server):
    assert "second" in server.get(f"{KEPT}?part=second").text
    assert "second" not in server.get(KEPT).text
    assert server.get(f"{KEPT}?part=second&utm_medium=x").text == server.get(f"{KEPT}?x=1&part=second").text
    assert len(server.renderings) == 2


def test_parameters_nobody_knows_neither_reach_the_view_nor_fill_the_store(server):
    for number in range(10_000):
        assert server.get(f"{KEPT}?u{number}={number}").status == 200
    assert (len(server.renderings), len(server.edge.store)) == (1, 1)


def test_the_view_sees_only_the_parameters_it_names_without_the_cache_too(server, client):
    assert "[&#x27;part&#x27;]" in client.get(f"{KEPT}?part=a&utm_source=b").text


def test_head_has_the_length_and_no_body(server):
    page, head = server.get(KEPT), server.get(KEPT, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(page.body))
    assert head.headers["ETag"] == page.headers["ETag"]


def test_every_encoding_holds_the_same_page_under_a_name_of_its_own(server):
    plain, packed, small = (server.get(KEPT, accept_encoding=name) for name in ("", "gzip", "gzip, deflate, br, zstd"))
    assert gzip.decompress(packed.body) == brotli.decompress(small.body) == plain.body
    assert len({answer.headers["ETag"] for answer in (plain, packed, small)}) == 3
    assert [answer.headers.get("Content-Encoding") for answer in (plain, packed, small)] == [None, "gzip", "br"]


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [("br;q=0, gzip", "gzip"), ("br;q=0.0", ""), ("identity", ""), ("BR", "br"), ("gzip;q=0.5", "gzip"), ("x-br", "")],
)
def test_an_encoding_is_used_only_if_it_is_accepted(server, accepted, chosen):
    assert server.get(KEPT, accept_encoding=accepted).headers.get("Content-Encoding", "") == chosen


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', 'W/"other",W/{}', "*"])
def test_a_reader_who_has_the_page_is_told_so(server, known):
    page = server.get(KEPT, accept_encoding="br")
    again = server.get(KEPT, accept_encoding="br", if_none_match=known.format(page.headers["ETag"]))
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == page.headers["ETag"]
    assert again.headers["Cache-Control"] == "private, no-cache"
    assert "Accept-Encoding" in again.headers["Vary"]
    assert "Content-Length" not in again.headers


@pytest.mark.parametrize("known", ['"other"', "", "{} x", "other"])
def test_a_reader_who_has_another_page_gets_this_one(server, known):
    page = server.get(KEPT)
    assert server.get(KEPT, if_none_match=known.format(page.headers["ETag"])).status == 200


def test_what_one_reader_chose_changes_the_name_of_their_page(server):
    register("embeds")
    asked = server.get(KEPT)
    assert server.get(KEPT, cookie=f"consent={answered()}", if_none_match=asked.headers["ETag"]).status == 200


@pytest.mark.parametrize("name", site.never_kept)
def test_what_is_one_reader_s_or_no_page_is_never_kept(server, name):
    answers = [server.get(f"/{name}/") for _reader in range(2)]
    assert len(server.edge.store) == 0
    assert {answer.status for answer in answers} == {{"missing": 404, "broken": 500}.get(name, 200)}


def test_a_page_that_turns_out_to_be_personal_is_made_for_each_reader(server):
    assert server.get("/by-cookie/", cookie="name=Nina").text == "Nina"
    assert server.get("/by-cookie/", cookie="name=Olha").text == "Olha"


def test_only_readings_are_answered_from_what_is_kept(server):
    server.get(KEPT)
    for method in ("POST", "PUT", "OPTIONS"):
        server.get(KEPT, method)
    assert len(server.renderings) == 4


def test_a_host_that_is_not_ours_gets_no_page(server):
    server.get(KEPT)
    assert server.get(KEPT, host="evil.example").status == 400
    assert server.get(KEPT, host="").status in (200, 400)


def test_ports_and_capitals_of_a_host_make_no_page_more(server):
    for host in ("testserver", "testserver:81", "TestServer:82"):
        assert server.get(KEPT, host=host).status == 200
    assert server.renderings == [KEPT]
