"""A walk through the whole example newspaper, as a crawler takes it: every link, every language."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from django.test import Client

from articles.models import Quote

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
CODES = ("uk", "en", "pl")
SITE = "http://localhost:8000"
FEED = "/feed/"
VOID = {"meta", "link", "img", "br", "input", "hr", "source", "wbr"}
CYRILLIC, LATIN = re.compile("[а-яґєії]", re.IGNORECASE), re.compile("[a-ząćęłńóśźż]", re.IGNORECASE)


class Reading(HTMLParser):
    """What a page holds: its links, and the letters of its text by the language that the markup claims for them."""

    def __init__(self, html):
        super().__init__()
        self.open, self.links, self.alternates, self.texts = [], set(), {}, {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        above = self.open[-1][1] if self.open else ""
        # As crawlers do: questions to search lead to questions without end.
        if tag == "a" and "nofollow" not in attributes.get("rel", ""):
            self.links.add(attributes.get("href", ""))
        if tag == "link" and "hreflang" in attributes:
            self.alternates[attributes["hreflang"]] = attributes["href"].removeprefix(SITE)
        if tag not in VOID:
            self.open.append((tag, "" if tag in ("script", "code") else attributes.get("lang", above)))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self.open:
            self.texts[self.open[-1][1]] = self.texts.get(self.open[-1][1], "") + text


@dataclass
class Page:
    response: object
    reading: Reading


@pytest.fixture(scope="module")
def pages(example, django_db_blocker):
    """Every page that links lead to from the three front pages, by its address."""
    reader, found, waiting = Client(), {}, [f"/{code}/" for code in CODES]
    with django_db_blocker.unblock():
        while waiting:
            path = waiting.pop()
            response = reader.get(path)
            found[path] = Page(response, Reading(response.text))
            links = {link.partition("#")[0] for link in found[path].reading.links}
            links = {link for link in links if not link.endswith(FEED)}
            waiting += [link for link in links if link.startswith(tuple(f"/{code}/" for code in CODES))]
            waiting = [link for link in dict.fromkeys(waiting) if link not in found]
    return found


def test_every_link_leads_to_a_page(pages):
    assert len(pages) > 200
    lost = {path: page.response.status_code for path, page in pages.items() if page.response.status_code != 200}
    assert not lost


def test_every_link_to_a_feed_leads_to_one(pages):
    feeds = {link for page in pages.values() for link in page.reading.links if link.endswith(FEED)}
    assert len(feeds) > 3
    reader = Client()
    assert {reader.get(feed)["Content-Type"] for feed in feeds} == {"application/rss+xml; charset=utf-8"}


def quotes_on(pages, start):
    """Return the ids of the quotes on all pages whose address begins so."""
    shown = [page.response.context["days"] for path, page in pages.items() if re.fullmatch(rf"{start}(\?.*)?", path)]
    return sorted(quote.pk for days in shown for day in days for quote in day["quotes"])


@pytest.mark.parametrize("code", CODES)
def test_the_bank_and_the_pages_of_speakers_hold_each_quote_exactly_once(pages, code):
    said = Quote.objects.visible().filter(language=code)
    assert said.count() > 20  # so that there is a second page
    assert quotes_on(pages, f"/{code}/quotes/") == sorted(said.values_list("pk", flat=True))
    by_somebody = said.exclude(speaker=None).values_list("pk", flat=True)
    assert quotes_on(pages, f"/{code}/speakers/[^/]+/") == sorted(by_somebody)


def test_no_page_sets_a_cookie_for_who_only_reads(pages):
    assert not [path for path, page in pages.items() if page.response.cookies]


def test_every_page_says_in_its_header_and_its_markup_the_language_of_its_address(pages):
    for path, page in pages.items():
        code = path.split("/")[1]
        assert page.response["Content-Language"] == code
        assert f'<html lang="{code}"' in page.response.text


def test_every_text_is_written_in_the_letters_of_the_language_it_claims(pages):
    for path, page in pages.items():
        for code, text in page.reading.texts.items():
            cyrillic, latin = len(CYRILLIC.findall(text)), len(LATIN.findall(text))
            right, wrong = (cyrillic, latin) if code == "uk" else (latin, cyrillic)
            assert code == "" or wrong <= right / 5, (path, code)  # a Ukrainian page names The Guardian


def test_each_page_and_its_other_languages_name_the_same_set(pages):
    linked = 0
    for path, page in pages.items():
        alternates = {code: address for code, address in page.reading.alternates.items() if code != "x-default"}
        if not alternates:
            continue
        linked += 1
        assert alternates[path.split("/")[1]] == path
        for address in alternates.values():
            assert pages[address].reading.alternates == page.reading.alternates
    assert linked > 150
