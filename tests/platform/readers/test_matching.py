"""Accept-Language against the languages a page exists in."""

import tracemalloc

import pytest

from newsroom.readers.languages import better_than, preferred

CHROME = "uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7"
UK_EN = ("uk", "en")
CHINESE = ("en", "zh-hant", "zh-hans")
SERBIAN = ("en", "sr", "sr-latn")
PROMISED = [
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
    ("*", "uk", UK_EN, None),
    ("", "uk", UK_EN, None),
    ("en;q=0", "uk", UK_EN, None),
    ("uk;q=0,*", "uk", UK_EN, None),
    ("en;q=0,*;q=0.5", "uk", UK_EN, None),
    ("en-GB;q=0.9,uk;q=0.85", "uk", UK_EN, None),
    ("zh-TW", "en", CHINESE, "zh-hant"),
    ("zh-HK", "en", ("en", "zh-hans"), None),
    ("zh", "en", CHINESE, "zh-hans"),
    ("zh-Hant-HK", "en", ("en", "zh-hant"), "zh-hant"),
    ("sr-Latn-RS", "en", SERBIAN, "sr-latn"),
    ("sr-Latn", "en", ("en", "sr"), "sr"),
    ("sr-Cyrl-RS", "en", SERBIAN, "sr"),
    ("pt-PT", "en", ("en", "pt-br"), "pt-br"),
    ("pt-BR,en;q=0.9", "en", ("en", "pt-br"), "pt-br"),
    ("pt-BR,en;q=.9", "en", ("en", "pt-br"), None),
    ("iw", "en", ("en", "he"), "he"),
    ("ar-EG", "en", ("en", "ar"), "ar"),
    ("en-US-x-twain", "uk", UK_EN, "en"),
    ("EN-us", "uk", UK_EN, "en"),
    ("en;q=1.5", "uk", UK_EN, None),
    ("garbage;;;", "uk", UK_EN, None),
    ("en'\"><script>", "uk", UK_EN, None),
    ("en," * 400, "uk", UK_EN, "en"),
]
QUALITIES = [
    ("en,uk;q=0.9", "uk", UK_EN, "en"),
    ("en,uk;q=0.901", "uk", UK_EN, None),
    ("en;Q=0.8", "uk", UK_EN, "en"),
    ("en;q=1.", "uk", UK_EN, "en"),
    ("en ;\tq=0.8 , uk;q=0.1", "uk", UK_EN, "en"),
    (", ,en,,", "uk", UK_EN, "en"),
    ("en;q=٠.٨", "uk", UK_EN, None),
    ("en;q=0.1234", "uk", UK_EN, None),
    ("en;level=1;q=0.3", "uk", UK_EN, None),
    ("en\x0b", "uk", UK_EN, None),
    ("en_US", "uk", UK_EN, None),
    ("uk;q=0.5;q=0.9", "en", UK_EN, None),
    ("ſr", "en", ("en", "sr"), None),
]
REFUSALS = [
    ("en-GB,en;q=0", "uk", UK_EN, None),
    ("en-GB;q=0,en", "uk", UK_EN, "en"),
    ("en,en;q=0", "uk", UK_EN, None),
    ("pt-PT,pt;q=0", "en", ("en", "pt-br"), None),
    ("pt-BR,pt;q=0", "en", ("en", "pt-br"), "pt-br"),
    ("sr-Latn,sr;q=0", "en", SERBIAN, "sr-latn"),
    ("*;q=0,en", "uk", UK_EN, "en"),
]
CODES = [
    ("in", "en", ("en", "id"), "id"),
    ("ji", "en", ("en", "yi"), "yi"),
    ("no", "en", ("en", "nb"), "nb"),
    ("nb-NO", "en", ("en", "no"), "no"),
    ("no-nyn", "en", ("en", "nb", "nn"), "nn"),
    ("nn", "en", ("en", "nb"), None),
    ("mo", "en", ("en", "ro"), "ro"),
    ("ukr", "en", UK_EN, "uk"),
    ("arb", "en", ("en", "ar"), "ar"),
    ("en-UK", "uk", ("uk", "en-us", "en-gb"), "en-gb"),
    ("en-Latn-GB", "uk", ("uk", "en-us", "en-gb"), "en-gb"),
    ("en-AU", "uk", ("uk", "en-gb", "en-us"), "en-gb"),
    ("i-klingon", "en", ("en", "zh-hans"), None),
    ("x-uk", "en", UK_EN, None),
    ("u", "en", UK_EN, None),
]
SCRIPTS = [
    ("zh-MO", "en", CHINESE, "zh-hant"),
    ("zh-CN", "en", CHINESE, "zh-hans"),
    ("zh-SG", "en", CHINESE, "zh-hans"),
    ("zh-Hans-HK", "en", ("en", "zh-hant"), None),
    ("zh-Hans-TW", "en", CHINESE, "zh-hans"),
    ("zh-TW", "en", ("en", "zh"), None),
    ("zh-TW", "en", ("en", "zh-hk"), "zh-hk"),
    ("zh-cmn-Hant", "en", CHINESE, "zh-hant"),
    ("cmn", "en", CHINESE, "zh-hans"),
    ("zh-yue", "en", CHINESE, None),
    ("zh-min-nan", "en", CHINESE, None),
    ("sh", "en", SERBIAN, "sr-latn"),
    ("sr-ME", "en", SERBIAN, "sr-latn"),
    ("sr-Cyrl", "en", ("en", "sr-latn"), None),
    ("sr", "en", ("en", "sr-latn"), None),
    ("sr-Latn", "en", ("en", "sr-rs"), None),
]
NEIGHBOURS = [
    ("ru-UA,ru", "en", UK_EN, None),
    ("uk", "en", ("en", "ru"), None),
    ("be", "en", ("en", "uk", "ru", "pl"), None),
    ("da", "en", ("en", "nb"), None),
    ("ca", "en", ("en", "es"), None),
    ("hr", "en", SERBIAN, None),
    ("und-UA", "en", UK_EN, None),
]
HOSTILE = [
    (",".join(["en", *(f"x{number}" for number in range(200))]), "uk", UK_EN, None),
    ("en" + " " * 500, "uk", UK_EN, None),
    ("x" * 8192, "uk", UK_EN, None),
    ("en-" * 2730, "uk", UK_EN, None),
    (",".join(f"en;q=0.{number}" for number in range(1000)), "uk", UK_EN, None),
    ("en" + "-a" * 200, "uk", UK_EN, "en"),
    (";q=1" * 2048, "uk", UK_EN, None),
    ("," * 8192, "uk", UK_EN, None),
    ("en\x00uk", "uk", UK_EN, None),
    ("\udcff", "uk", UK_EN, None),
]
OFFERS = [*PROMISED, *QUALITIES, *REFUSALS, *CODES, *SCRIPTS, *NEIGHBOURS, *HOSTILE]


@pytest.mark.parametrize(("header", "page", "languages", "offer"), OFFERS, ids=lambda value: repr(value)[:40])
def test_a_language_is_offered_only_where_it_is_clearly_dearer(header, page, languages, offer):
    assert better_than(page, header, languages) == offer


def test_a_reader_of_russian_is_never_sent_to_ukrainian():
    assert preferred("ru-UA,ru;q=0.9", ("uk", "en", "pl")) is None


def test_the_earlier_of_two_equal_wishes_is_preferred():
    assert preferred("pl,en", ("uk", "en", "pl")) == "pl"


def test_under_strict_rules_whoever_accepts_the_page_s_language_is_offered_nothing(settings):
    settings.PROMPT_STRICT = True
    assert better_than("en", CHROME, UK_EN) is None
    assert better_than("uk", "en-US,uk;q=0.001", UK_EN) is None


def test_under_strict_rules_a_page_in_a_language_not_accepted_has_an_offer(settings):
    settings.PROMPT_STRICT = True
    assert better_than("en", "uk-UA,uk;q=0.9", UK_EN) == "uk"
    assert better_than("en", "uk,en;q=0", UK_EN) == "uk"


def test_nothing_of_a_stranger_s_header_is_kept():
    def read(start):
        for number in range(start, start + 2000):
            preferred(f"uk-x-{number},en-{number:04}", UK_EN)

    read(0)
    tracemalloc.start()
    read(2000)
    kept, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 100_000
