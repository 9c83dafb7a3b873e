"""The switcher leads to this very page in the languages it exists in."""

import re


def links(html):
    nav = re.search(r"<nav.*?</nav>", html, re.DOTALL)
    return re.findall(r"<a [^>]+>[^<]+</a>", nav[0]) if nav else []


def test_each_language_goes_by_its_own_name_and_leads_to_its_own_address(client):
    assert links(client.get("/en/story/").text) == [
        '<a href="/uk/istoriia/" lang="uk" hreflang="uk" dir="ltr">Українська</a>',
        '<a href="/en/story/" lang="en" hreflang="en" dir="ltr" aria-current="true">English</a>',
        '<a href="/pl/opowiesc/" lang="pl" hreflang="pl" dir="ltr">Polski</a>',
    ]


def test_a_page_in_one_language_has_no_switcher(client):
    assert not links(client.get("/uk/lyshe/").text)


def test_every_link_of_the_cookies_page_answers_in_its_language(client):
    for link in links(client.get("/en/privacy/").text):
        language, path = re.search(r'lang="(\w+)"', link)[1], re.search(r'href="([^"]+)"', link)[1]
        response = client.get(path)
        assert (response.status_code, response["Content-Language"]) == (200, language)


def test_a_language_written_from_right_to_left_says_so(client, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("he", "Hebrew")]
    assert [link for link in links(client.get("/en/privacy/").text) if 'lang="he" hreflang="he" dir="rtl"' in link]
