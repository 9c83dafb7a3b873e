"""Whatever is sent as Accept-Language, the answer is one of the languages there are, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.readers.languages import better_than, preferred

LANGUAGES = ("uk", "en", "he", "nb", "pt-br", "sr", "sr-latn", "zh-hant", "zh-hans")
TAGS = ["uk", "en-GB", "iw", "no", "pt-PT", "pt", "sr-Latn-RS", "sh", "zh", "zh-TW", "zh-yue", "*", "x-a", "i-b", "ru"]
PARTS = [*TAGS, "", "-", ";", ";q=0", ";q=0.9", ";q=1", ";q=2", ",", " ", "\t"]
WISHES = st.tuples(st.sampled_from(TAGS), st.sampled_from(["", ";q=0", ";q=0.5", ";q=0.901"])).map("".join)
HEADERS = st.text() | st.lists(st.sampled_from(PARTS)).map("".join) | st.lists(WISHES).map(",".join)


@given(HEADERS, st.lists(st.sampled_from(LANGUAGES), unique=True))
def test_any_text_leads_to_a_language_there_is_or_to_none(header, languages):
    assert preferred(header, languages) in {*languages, None}


@given(HEADERS, st.sampled_from(LANGUAGES))
def test_any_text_offers_another_language_than_the_page_s_or_none(header, page):
    assert better_than(page, header, LANGUAGES) in {*LANGUAGES, None} - {page}


@given(HEADERS, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_a_language_with_quality_0_is_never_offered(header, refused, page):
    for refusing in (f"{header},{refused};q=0", f"{refused};q=0,{header}"):
        assert preferred(refusing, LANGUAGES) != refused
        assert better_than(page, refusing, LANGUAGES) != refused


@given(st.text(), st.sampled_from(["pt", "sr"]))
def test_a_language_with_quality_0_is_refused_in_every_region(header, language):
    regional = {f"{language}-{end}" for end in ("br", "latn")}
    wanted = preferred(f"{language}-XX,{language};q=0,{header}", sorted(regional))
    assert wanted is None or wanted in header.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_with_no_other_wish_is_preferred(language):
    assert preferred(language, LANGUAGES) == language
