"""What ICU's locale matcher answers to its own test cases, and how often our lookup says the same.

Of 929 cases 498 apply; those with `@favor=script` or `@threshold` set knobs that we don't have. Where nothing
matches, ICU gives its default or the first language; the test puts the same in for our None.

ICU measures distance, we look up (RFC 4647), so three sorts of cases differ, and are meant to:
- The same language, another region: es-AR may be es-419 to ICU, and en-AU en-GB; to us they are es and en.
  Of several regions none of which is the reader's we take the first the site lists, ICU the nearest: de may be de-DE.
- Another language because it is near: nb for da, es for ca, hi for sa, or by the country alone, fr for und-FR.
  We never offer what was not asked for.
- Another script: we cut off the end of sr-Latn and find sr where there is nothing better, and of iw-Latn or
  nl-Cyrl alike, which ICU refuses; ICU leads sr to sr-Latn, which we refuse.
"""

import pytest

from newsroom.readers.matching import canonical, preferred

BEYOND_ICU = {
    # wish, what ICU answers, what we do
    ("en", "fr", "en-XA"),  # languages made up by Google to test layouts
    ("en-US", "fr", "en-XA"),
    ("sh", "en", "sr"),
    ("nl-Cyrl", "en", "nl"),
    ("iw-Latn", "und", "iw"),
}


def cases(text):
    """Give the wishes, the languages there are, the default and the expected answer of each case that applies."""
    rules = {}
    for line in (line.partition("#")[0].strip() for line in text.splitlines()):
        if line.startswith("** test"):
            rules = {}
        elif line.startswith("@"):
            name, _equals, value = line[1:].partition("=")
            rules[name] = value
        elif ">>" in line and rules.get("favor") != "script" and "threshold" not in rules:
            wishes, expected = (part.strip() for part in line.partition("|")[0].split(">>"))
            languages = [code.strip() for code in rules.get("supported", "").split(",") if code.strip()]
            yield wishes, languages, rules.get("default") or next(iter(languages), "null"), expected


def language(tag):
    return canonical(tag).split("-")[0]


@pytest.fixture(scope="module")
def answers(testdata):
    text = (testdata / "http/icu-localeMatcherTest.txt").read_text()
    return [(*case, preferred(case[0], case[1])) for case in cases(text)]


def test_the_share_of_equal_answers_is_what_it_was_when_measured(answers):
    alike = [(ours or default).lower() == icu.lower() for _wishes, _languages, default, icu, ours in answers]
    language_alike = [language(ours or default) == language(icu) for _wishes, _languages, default, icu, ours in answers]
    print(f"\nICU: of {len(answers)} cases {sum(alike)} have the same answer, {sum(language_alike)} the same language")
    assert len(answers) == 498
    assert sum(alike) >= 316
    assert sum(language_alike) >= 470


def test_where_icu_answers_in_another_language_we_mostly_stay_silent(answers):
    differing = {
        (wishes, icu, ours)
        for wishes, _languages, default, icu, ours in answers
        if ours and language(ours) != language(icu)
    }
    assert differing == BEYOND_ICU


def test_every_answer_of_ours_is_in_a_language_that_was_wished_for(answers):
    for wishes, _languages, _default, _icu, ours in answers:
        assert ours is None or language(ours) in {language(wish.strip()) for wish in wishes.split(",")}
