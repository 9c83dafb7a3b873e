"""A few letters become people, topics and stories that readers of the language can open."""

import pytest

from articles.models import Alias
from tests.builders import a_category, a_quote, a_speaker, a_topic, an_article, an_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggested(nina):
    def ask(q, language="uk"):
        answer = nina.get(f"/{language}/search/suggestions/", {"q": q}).json()["suggestions"]
        return [(each["kind"], each["text"], each["address"]) for each in answer]

    return ask


def test_people_topics_and_stories_begin_so(suggested):
    speaker, topic = a_speaker("Мотря Лис"), a_topic("Мости")
    an_edition(a_quote(speaker=speaker), topics=[topic], headline_uk="Мостом ідуть")
    found = suggested("мо")
    assert [(kind, text) for kind, text, _address in found] == [
        ("speaker", "Мотря Лис"),
        ("topic", "Мости"),
        ("story", "Мостом ідуть"),
    ]


def test_every_address_opens(suggested, nina):
    an_edition(a_quote(speaker=a_speaker("Мотря Лис")), topics=[a_topic("Мости")], headline_uk="Мостом ідуть")
    for _kind, _text, address in suggested("мо"):
        assert nina.get(address).status_code == 200


def test_a_family_name_and_an_alias_find_a_person(suggested):
    speaker = a_speaker("Кая Каллас")
    Alias.objects.create(speaker=speaker, text="Kaya Callas")
    an_edition(a_quote(speaker=speaker))
    assert suggested("калл")[0][1] == suggested("CALL")[0][1] == "Кая Каллас"


def test_who_has_no_story_in_the_language_is_not_suggested(suggested):
    a_speaker("Мотря Лис")
    an_edition(a_quote(en="<p>Yes.</p>", speaker=a_speaker("Мокрина Кіт", "Mokryna Kit")), language="en")
    assert suggested("мо") == []
    assert suggested("mo", "en")[0][1] == "Mokryna Kit"


def test_a_draft_is_never_suggested(suggested):
    an_article(a_quote(speaker=a_speaker("Мотря Лис")), topics=[a_topic("Мости")], headline_uk="Мостом ідуть")
    assert suggested("мо") == suggested("мостом") == []


@pytest.mark.parametrize("q", ["", "м", " ", "\x00", "я" * 10_000, "%", '"', "-м", "😀😀", "\x00ї\x00ї"])
def test_too_little_or_too_odd_suggests_nothing(suggested, q):
    an_edition(headline_uk="Мости")
    assert suggested(q) == []


def test_at_most_three_of_a_kind_and_four_stories(suggested):
    category = a_category()
    for number in range(6):
        topic, speaker = a_topic(f"Мости {number}"), a_speaker(f"Мотря Лис {number}")
        an_edition(a_quote(speaker=speaker), category=category, topics=[topic], headline_uk=f"Мости {number}")
    kinds = [kind for kind, _text, _address in suggested("мо")]
    assert (kinds.count("speaker"), kinds.count("topic"), kinds.count("story")) == (3, 3, 4)
