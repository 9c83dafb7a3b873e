"""The words of an archive are as frequent and as rare as those of a newspaper, alike in every language."""

from random import Random

import pytest

from articles.archive.texts import PARTS, headline, paragraph, people, sentence

LANGUAGES = ("uk", "en", "pl")
FEWEST = {"who": 60, "did": 60, "where": 60, "when": 20, "place": 600}
STORIES = 1000


@pytest.fixture(scope="module")
def stories():
    """So many stories in Ukrainian, as long as those of an archive."""
    dice = Random(7)
    return ["".join(paragraph(dice, length)["uk"] for length in (5, 6, 4, 1)) for _each in range(STORIES)]


def share(part, place, stories):
    words = PARTS[part][place]["uk"]
    return sum(words in story for story in stories) / len(stories)


def test_a_frequent_word_is_in_most_stories(stories):
    assert all(share(part, 0, stories) > 0.9 for part in ("who", "did", "where", "when"))


def test_a_word_of_the_middle_is_in_some_of_a_hundred_stories(stories):
    assert all(0.03 < share(part, 30, stories) < 0.2 for part in ("who", "did", "where"))
    assert 0.03 < share("place", 5, stories) < 0.2


def test_a_rare_word_is_in_a_handful_of_stories(stories):
    rare = [share("place", place, stories) for place in range(300, 600)]
    assert max(rare) <= 0.01
    assert 0 < sum(rare) / len(rare) < 0.003


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_many_words_and_each_is_another(language):
    for part, fewest in FEWEST.items():
        assert len({words[language] for words in PARTS[part]}) == len(PARTS[part]) >= fewest


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_called_like_another(language):
    names = [name[language] for name in people()]
    assert len(set(names)) == len(names) > 1


def test_a_text_says_the_same_in_every_language():
    dice = Random(7)
    for _each in range(50):
        drawn = sentence(dice)
        for part in ("who", "did", "where", "when"):
            assert any(all(words[code] in drawn[code] for code in LANGUAGES) for words in PARTS[part])


def test_a_paragraph_ends_at_a_place_with_a_name():
    last = paragraph(Random(7), 3)["en"].split(". ")[-1]
    assert any(place["en"] in last for place in PARTS["place"])


def test_the_same_chance_writes_the_same():
    assert [headline(Random(7)), paragraph(Random(7), 3)] == [headline(Random(7)), paragraph(Random(7), 3)]
    assert paragraph(Random(7), 3) != paragraph(Random(8), 3)
