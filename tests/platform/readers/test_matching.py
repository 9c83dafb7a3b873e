"""Accept-Language against the languages a page exists in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.readers.languages import better_than, preferred

CHROME = "uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7"
UK_EN = ("uk", "en")
OFFERS = [
    # header, the page's language, languages it exists in, the offer
    (CHROME, "en", UK_EN, "uk"),
    (CHROME, "uk", UK_EN, None),
    ("en-US,en;q=0.9,uk;q=0.8", "en", UK_EN, None),
    ("en-US,en;q=0.9", "uk", UK_EN, "en"),
    ("en-US", "uk", ("uk",), None),
    ("de-DE,de;q=0.9", "uk", UK_EN, None),
    ("de,en;q=0.5", "uk", UK_EN, "en"),
    ("ru-RU,ru;q=0.9,en;q=0.8", "uk", UK_EN, "en"),
    ("ru", "uk", UK_EN, None),
    ("ru-UA,ru", "en", UK_EN, None),
    ("*", "uk", UK_EN, None),
    ("", "uk", UK_EN, None),
    ("en;q=0", "uk", UK_EN, None),
    ("uk;q=0,*", "uk", UK_EN, None),
    ("en;q=0,*;q=0.5", "uk", UK_EN, None),
    ("en-GB,en;q=0", "uk", UK_EN, None),
    ("en-GB;q=0.9,uk;q=0.85", "uk", UK_EN, None),
    ("en,uk;q=0.9", "uk", UK_EN, "en"),
    ("en,uk;q=0.901", "uk", UK_EN, None),
    ("zh-TW", "en", ("en", "zh-hant", "zh-hans"), "zh-hant"),
    ("zh-HK", "en", ("en", "zh-hans"), None),
    ("zh", "en", ("en", "zh-hant", "zh-hans"), "zh-hans"),
    ("zh-Hant-HK", "en", ("en", "zh-hant"), "zh-hant"),
    ("zh-Hans-HK", "en", ("en", "zh-hant"), None),
    ("sr-Latn-RS", "en", ("en", "sr", "sr-latn"), "sr-latn"),
    ("sr-Latn", "en", ("en", "sr"), "sr"),
    ("sr-Cyrl-RS", "en", ("en", "sr", "sr-latn"), "sr"),
    ("sr-Cyrl", "en", ("en", "sr-latn"), None),
    ("pt-PT", "en", ("en", "pt-br"), "pt-br"),
    ("pt-BR,en;q=0.9", "en", ("en", "pt-br"), "pt-br"),
    ("pt-BR,en;q=.9", "en", ("en", "pt-br"), None),
    ("iw", "en", ("en", "he"), "he"),
    ("ar-EG", "en", ("en", "ar"), "ar"),
    ("en-US-x-twain", "uk", UK_EN, "en"),
    ("EN-us", "uk", UK_EN, "en"),
    ("en;Q=0.8", "uk", UK_EN, "en"),
    ("en ;\tq=0.8 , uk;q=0.1", "uk", UK_EN, "en"),
    ("en;q=1.5", "uk", UK_EN, None),
    ("en;q=٠.٨", "uk", UK_EN, None),
    ("garbage;;;", "uk", UK_EN, None),
    ("en'\"><script>", "uk", UK_EN, None),
    ("en," * 400, "uk", UK_EN, "en"),
    (",".join(["en", *(f"x{number}" for number in range(200))]), "uk", UK_EN, None),
    ("en" + " " * 500, "uk", UK_EN, None),
]


@pytest.mark.parametrize(("header", "page", "languages", "offer"), OFFERS)
def test_a_language_is_offered_only_where_it_is_clearly_dearer(header, page, languages, offer):
    assert better_than(page, header, languages) == offer


def test_a_reader_of_russian_is_never_sent_to_ukrainian():
    assert preferred("ru-UA,ru;q=0.9", ("uk", "en", "pl")) is None


def test_the_earlier_of_two_equal_wishes_is_preferred():
    assert preferred("pl,en", ("uk", "en", "pl")) == "pl"


@pytest.mark.parametrize("page", ["uk", "en", "pl", "he", "zh-hant", "pt-br"])
def test_real_headers_never_lead_to_the_page_s_own_language(testdata, page):
    known = json.loads((testdata / "http/accept-language.json").read_text())
    browsers = json.loads((testdata / "http/browser-headers.json").read_text())
    headers = [row["header"] for row in known] + [row["headers"].get("accept-language", "") for row in browsers]
    assert len(headers) > 150
    for header in headers:
        assert better_than(page, header, ("uk", "en", "pl", "he", "zh-hant", "pt-br")) != page


def test_real_headers_lead_to_the_language_they_name_first(testdata):
    for row in json.loads((testdata / "http/accept-language.json").read_text()):
        if row["first"] in ("uk", "pl", "en-US"):
            assert preferred(row["header"], ("pl", "uk", "en")) == row["first"].split("-")[0]


HEADERS = st.text() | st.lists(
    st.sampled_from(["uk", "en-GB", "zh-TW", "zh", "iw", "*", "x-a", "i-b", "", "-", ";", "q=0.9", "q=0", ",", " "])
).map("".join)


@given(HEADERS, st.sampled_from(["uk", "en", "zh-hant"]))
def test_any_text_as_header_is_survived(header, page):
    assert better_than(page, header, ("uk", "en", "zh-hant")) != page
