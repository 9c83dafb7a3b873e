"""Any form of a name on the example newspaper finds its stories in all three languages."""

import pytest

from articles.models import Edition, Quote, Speaker
from newsroom.search.backends.pages import MOST, Order
from newsroom.search.engine import backend
from newsroom.search.queries import read
from tests.articles.demo.conftest import example  # noqa: F401

LANGUAGES = ("uk", "en", "pl")


def found(text, language):
    return set(backend().search(read(text, language).among("story"), Order.NEWEST, slice(MOST)).keys)


@pytest.fixture
def reading(example, django_db_blocker):  # noqa: F811
    with django_db_blocker.unblock():
        yield


def test_every_name_of_every_speaker_finds_each_of_their_stories_in_every_language(reading):
    speakers = list(Speaker.objects.all())
    assert len(speakers) >= 10
    for speaker in speakers:
        stories = set(Quote.objects.visible().filter(speaker=speaker).values_list("edition__article", flat=True))
        for language in LANGUAGES:
            editions = set(
                Edition.objects.visible().filter(article__in=stories, language=language).values_list("pk", flat=True)
            )
            for code in LANGUAGES:
                assert editions <= found(speaker.name_in(code), language), (speaker, code, language)


@pytest.mark.parametrize("form", ["Каллас", "Kallas", "Kallas’s", "Kallasowi"])
def test_any_form_of_a_name_finds_the_story_in_all_languages(reading, form):
    speaker = Speaker.objects.get(name_en="Kaja Kallas")
    quoted = Quote.objects.visible().filter(speaker=speaker)
    for language in LANGUAGES:
        assert set(quoted.filter(language=language).values_list("edition", flat=True)) <= found(form, language)
