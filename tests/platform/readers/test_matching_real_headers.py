"""Headers that real browsers send, and some that nobody should send, against the languages of the newspaper."""

import json

import pytest

from newsroom.readers.languages import better_than, preferred
from newsroom.readers.matching import accepted

OURS = ("uk", "en", "pl")
MANY = (*OURS, "he", "ru", "be", "br", "da", "zh-hant", "zh-hans", "pt-br", "sr", "sr-latn")
# What a malformed or hostile header says nevertheless, by the grammar of RFC 9110; the others say nothing.
STILL_SAID = {
    "zh-Hant-TW": "zh-hant",
    "sr-Latn-RS": "sr-latn",
    "iw": "he",
    "en-US-u-nu-thai": "en",
    "UK": "uk",
    "En-gB": "en",
}


@pytest.fixture(scope="module")
def known(testdata):
    return json.loads((testdata / "http/accept-language.json").read_text())


@pytest.fixture(scope="module")
def browsers(testdata):
    rows = json.loads((testdata / "http/browser-headers.json").read_text())
    return [{name.lower(): value for name, value in row["headers"].items()} for row in rows]


def test_the_language_a_known_header_names_first_is_preferred(known):
    named = [row for row in known if row["first"]]
    assert len(named) == 8
    for row in named:
        expected = {"zh-tw": "zh-hant"}.get(row["first"], row["first"].split("-")[0])
        assert preferred(row["header"], MANY) == expected, row["header"]


def test_a_malformed_header_says_what_its_grammar_allows_and_no_more(known):
    for header in [row["header"] for row in known if not row["first"]]:
        repeated = "en" if header.startswith("en,en,") else None
        assert preferred(header, MANY) == STILL_SAID.get(header, repeated), header[:60]


@pytest.mark.parametrize("page", MANY)
def test_no_header_leads_to_the_page_s_own_language(known, browsers, page):
    headers = [row["header"] for row in known] + [row["accept-language"] for row in browsers]
    assert len(headers) == 44 + 144
    for header in headers:
        assert better_than(page, header, MANY) != page


@pytest.mark.parametrize("page", OURS)
def test_a_browser_is_offered_only_what_it_asks_for(browsers, page):
    offers = 0
    for headers in browsers:
        header = headers["accept-language"]
        offer = better_than(page, header, OURS)
        wishes = {tag.split("-")[0] for tag, quality in accepted(header) if quality}
        assert wishes, header
        assert offer is None or offer in wishes - {page}, header
        offers += offer is not None
    assert offers > 10


def test_a_browser_of_ukrainians_on_the_english_page_is_offered_ukrainian(browsers):
    headers = {row["accept-language"] for row in browsers if row["accept-language"].startswith("uk")}
    assert len(headers) == 4
    assert {better_than("en", header, OURS) for header in headers} == {"uk"}
