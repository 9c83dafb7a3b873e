"""A link to a story is found by words of its headline, in the language of the text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.naming import CODES
from tests.builders import a_text, an_article, published

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/article/stories/"


@pytest.fixture
def find(client, olha):
    client.force_login(olha)
    return lambda words, language="uk": client.get(ADDRESS, {"q": words, "language": language}).json()["stories"]


def test_a_story_is_found_by_words_of_its_headline_in_any_case(find):
    story = an_article(headline_uk="Міст через річку відкрито")
    an_article(headline_uk="Повінь")
    [found] = find("міст річку")
    assert (found["uid"], found["headline"], found["language"]) == (str(story.uid), "Міст через річку відкрито", "uk")


def test_the_headline_is_that_of_the_text_s_language_or_of_the_original(find):
    an_article(headline_uk="Міст відкрито", headline_en="The bridge is open", languages=("uk", "en"))
    assert find("міст", "en")[0]["headline"] == "The bridge is open"
    [borrowed] = find("міст", "pl")
    assert (borrowed["headline"], borrowed["language"]) == ("Міст відкрито", "uk")


def test_it_says_whether_readers_have_the_story(find):
    published(an_article(a_text(), headline_uk="Міст відкрито"))
    an_article(headline_uk="Міст зачинено")
    notes = {each["headline"]: each["note"] for each in find("міст")}
    assert "на сайті" in notes["Міст відкрито"]
    assert "чернетка" in notes["Міст зачинено"]


def test_the_story_of_a_link_is_found_by_its_uid(find):
    story = an_article(headline_uk="Міст відкрито")
    assert find(f"news:{story.uid}")[0]["headline"] == "Міст відкрито"
    assert find("news:nonsense") == []


def test_at_most_eight_come_the_newest_first_and_as_many_queries_for_each(find):
    for number in range(10):
        an_article(headline_uk=f"Міст {number}", languages=("uk",))
    with CaptureQueriesContext(connection) as queries:
        found = find("міст")
    assert [each["headline"] for each in found] == [f"Міст {number}" for number in range(9, 1, -1)]
    # One question to the index for each language; of PostgreSQL it is asked first how much there is.
    assert len(queries) <= 5 + 2 * len(CODES)


def test_nothing_asked_nothing_found(find):
    an_article(headline_uk="Міст")
    assert find("  ") == []


def test_who_writes_nothing_finds_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("gast", is_staff=True))
    assert client.get(ADDRESS, {"q": "міст"}).status_code == 403
