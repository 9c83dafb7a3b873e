"""What a request says of its reader is worked out once, and remembered no longer than it holds, nor of everybody."""

import time
from types import SimpleNamespace

import pytest

from newsroom.pagecache import recognising
from newsroom.pagecache.recognising import LONGEST, MOST, Recognising
from newsroom.pagecache.store import Key, Page
from newsroom.pagecache.tags import SLOTS
from newsroom.readers.consent import DAY
from newsroom.readers.cookies import LIFETIME
from newsroom.readers.models import RegistryEntry
from tests.edge import Server, ask, traced
from tests.readers import answered, register

pytestmark = pytest.mark.django_db
KEPT = "/en/kept/"


@pytest.fixture
def worked_out(server, monkeypatch):
    """What the page cache had to work out, in the order in which it did."""
    kind_of, asked = server.edge.readers.kind_of, []
    monkeypatch.setattr(server.edge.readers, "kind_of", lambda said, *more: asked.append(said) or kind_of(said, *more))
    return asked


@pytest.fixture
def later(monkeypatch):
    """Let so many seconds pass."""
    now = time.time
    return lambda seconds: monkeypatch.setattr(time, "time", lambda: now() + seconds)


def is_asked(server, **headers):
    """Tell whether a reader is asked, which must be what Django thinks, too."""
    asked = answer_of(server.get(KEPT, **headers))
    assert asked == answer_of(ask(server.django, KEPT, **headers))
    return asked


def answer_of(answer):
    return 'name="choice"' in answer.text


def test_what_readers_say_is_worked_out_once_for_all_who_say_the_same(server, worked_out):
    for _reader in range(3):
        server.get(KEPT, accept_language="uk")
    assert len(worked_out) == 1


@pytest.mark.parametrize(
    ("path", "other"),
    [
        (KEPT, {"accept_language": "pl"}),
        (KEPT, {"cookie": "lang=en"}),
        (KEPT, {"sec_gpc": "1"}),
        (KEPT, {"user_agent": "Firefox"}),
        (KEPT, {"accept_encoding": "br"}),
        ("/uk/kept/", {}),
    ],
)
def test_who_says_another_thing_is_another_reader(server, worked_out, path, other):
    server.get(KEPT, accept_language="uk")
    server.get(path, **{"accept_language": "uk"} | other)
    assert len(worked_out) == 2


def test_what_others_write_into_cookies_makes_no_other_reader(server, worked_out):
    register("embeds")
    for visit in range(3):
        server.get(KEPT, cookie=f"_ga=GA1.2.{visit}; consent={answered()}; _ga_X=GS2.{visit}")
    assert len(worked_out) == 1


def test_one_reader_is_offered_their_language_on_the_pages_of_others(server):
    for path, offered in (("/en/kept/", True), ("/uk/kept/", False), ("/pl/kept/", True)):
        assert ('class="prompt"' in server.get(path, accept_language="uk, pl;q=0.5").text) == offered


def test_an_answer_counts_until_its_last_moment_and_no_longer(server, later):
    register("embeds")
    cookie = f"consent={answered(when=time.time() - LIFETIME + 5)}"
    assert not is_asked(server, cookie=cookie)
    later(3)
    assert not is_asked(server, cookie=cookie)
    later(7)
    assert is_asked(server, cookie=cookie)


def test_an_answer_from_the_future_counts_from_its_first_moment(server, later):
    register("embeds")
    cookie = f"consent={answered(when=time.time() + DAY + 5)}"
    assert is_asked(server, cookie=cookie)
    later(7)
    assert not is_asked(server, cookie=cookie)


def test_a_reader_is_asked_again_when_more_is_registered_and_no_more_when_it_is_gone(server, say):
    register("embeds")
    cookie = f"consent={answered('embeds')}"
    assert not is_asked(server, cookie=cookie)
    register("marketing")
    say(SLOTS)
    assert is_asked(server, cookie=cookie)
    RegistryEntry.objects.get(category="marketing").delete()
    say(SLOTS)
    assert not is_asked(server, cookie=cookie)


def test_a_reader_s_answer_on_one_site_is_none_on_another(settings, server):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    server = Server()
    register("embeds")
    cookie = f"consent={answered()}"
    assert not is_asked(server, cookie=cookie)
    assert is_asked(server, cookie=cookie, x_forwarded_proto="https")


def test_no_more_readers_are_remembered_than_there_is_room_for(server, monkeypatch):
    monkeypatch.setattr(recognising, "MOST", 10)
    for number in range(35):
        server.get(KEPT, user_agent=f"Browser {number}")
        assert 0 < len(server.edge.recognising._known) <= 10


@pytest.mark.parametrize("name", ["cookie", "accept_language", "accept_encoding", "user_agent", "sec_gpc"])
def test_who_says_what_no_browser_says_is_read_to_and_not_remembered(server, worked_out, name):
    long = {name: f"consent={'x' * 40_000}"}
    for _reader in range(2):
        assert server.get(KEPT, **long).status == 200
    assert (len(worked_out), server.edge.recognising._known) == (2, {})


def test_whatever_readers_say_the_memory_stays_small():
    anybody = SimpleNamespace(said_by=lambda environ: environ["said"], is_crawler=lambda said: False)
    page, key = Page("200 OK", [], b"", {}, 0, None), Key("http://testserver", KEPT)
    memory = Recognising(anybody)
    with traced() as kept:
        for number in range(2 * MOST):
            memory.reader({"said": (f"{number:0{LONGEST - 100}}", "", "", "")}, key, page, 1)
        assert MOST * LONGEST / 2 < kept() < 2 * MOST * LONGEST
