"""What a reader refuses is taken off their device."""

import pytest

from tests.readers import OURS, answer, registered


@pytest.fixture(autouse=True)
def statistics(settings):
    settings.ALLOWED_HOSTS = ["www.news.example"]
    registered("analytics", name="visits_*")
    registered("preferences", name="letters", keeping="cookie")


def expired(client, **fields):
    client.cookies.load({"visits_id": "1", "visits_day": "2", "letters": "large", "unknown": "x"})
    response = answer(client, OURS | {"host": "www.news.example"}, **fields)
    return {(cookie.key, cookie["domain"]) for cookie in response.cookies.values() if cookie["max-age"] == 0}


def test_the_registered_cookies_of_what_is_refused_expire_here_and_on_the_hosts_above(client):
    names = ("visits_id", "visits_day")
    domains = ("", "www.news.example", "news.example")
    assert expired(client, choice="save", c="f") == {(name, domain) for name in names for domain in domains}


def test_what_is_granted_stays(client):
    assert expired(client, choice="accept") == set()


def test_a_browser_is_sent_every_one_of_them(client):
    client.cookies.load({"visits_id": "1"})
    response = answer(client, OURS | {"host": "www.news.example"}, choice="reject")
    lines = [line for line in response.cookies.output().splitlines() if "visits_id=" in line]
    assert len(lines) == 3
    assert all("Path=/" in line and "Max-Age=0" in line for line in lines)


def test_the_page_tells_its_script_what_to_clear(client):
    registered("analytics", name="visits", keeping="local")
    html = client.get("/en/story/", headers={"host": "www.news.example"}).text
    assert '{"local": {"analytics": ["visits"]}}' in html
