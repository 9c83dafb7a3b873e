"""What a reader refuses is taken off their device."""

import pytest

from tests.readers import OURS, answer, letters, registered


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
    assert all("Path=/" in line and "Max-Age=0" in line and "Secure" not in line for line in lines)


def test_a_cookie_set_over_https_is_expired_over_https(client):
    client.cookies.load({"visits_id": "1"})
    headers = OURS | {"host": "www.news.example"}
    response = client.post("/privacy/consent", {"choice": "reject"}, headers=headers, secure=True)
    lines = [line for line in response.cookies.output().splitlines() if "visits_id=" in line]
    assert lines and all("Secure" in line for line in lines)


@pytest.mark.parametrize("name", ["visits_[1]", "visits_(x)", "visits_@", "visits_/", "visits_a b", "path"])
def test_a_name_that_no_server_can_set_does_not_lose_the_refusal(client, name):
    registered("marketing", name="p*")
    headers = OURS | {"host": "www.news.example", "cookie": f"{name}=x; visits_id=1"}
    response = client.post("/privacy/consent", {"choice": "reject"}, headers=headers)
    assert response.status_code == 303
    assert letters(response) == ""
    assert "visits_id=" in response.cookies.output()


def test_our_own_cookies_never_expire_by_a_registered_name(client):
    registered("marketing", name="*")
    client.cookies.load({"lang": "en"})
    response = answer(client, OURS | {"host": "www.news.example"}, choice="reject")
    assert letters(response) == ""
    assert [cookie for cookie in response.cookies.values() if cookie.key in ("lang", "consent")] == [
        response.cookies["consent"]
    ]


def test_a_star_stands_for_letters_and_every_other_sign_for_itself(client):
    registered("marketing", name="ajs[1]")
    client.cookies.load({"ajs1": "x", "visits_id": "1"})
    response = answer(client, OURS | {"host": "www.news.example"}, choice="reject")
    assert "ajs1" not in response.cookies.output()


def test_the_page_tells_its_script_what_to_clear(client):
    registered("analytics", name="visits", keeping="local")
    html = client.get("/en/story/", headers={"host": "www.news.example"}).text
    assert '{"local": {"analytics": ["visits"]}}' in html
