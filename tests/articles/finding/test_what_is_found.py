"""Readers find what is published, as it is published, by every name of whom and what it is about; and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Alias, Edition
from articles.publishing import let_stay, publish, withdraw
from newsroom.search.backends.pages import Order
from newsroom.search.engine import backend
from newsroom.search.models import Document
from newsroom.search.queries import read
from tests.builders import (
    a_category,
    a_citation,
    a_heading,
    a_list,
    a_picture,
    a_picture_block,
    a_point,
    a_quote,
    a_source,
    a_speaker,
    a_table,
    a_text,
    a_topic,
    an_article,
    an_author,
    an_edition,
    changed,
    published,
)

pytestmark = pytest.mark.django_db


def found(text, language="uk", kind="story"):
    answer = backend().search(read(text, language).among(kind), Order.NEWEST, slice(50))
    return list(answer.keys)


def test_a_draft_is_not_found_nor_in_the_index():
    an_article(a_text("<p>Секретний їжак.</p>"), headline_uk="Їжак")
    assert found("їжак") == []
    assert not Document.objects.exists()


def test_a_change_is_found_when_it_is_published_and_not_before():
    edition = an_edition(headline_uk="Міст відкрито")
    article = changed(edition.article, headline_uk="Їжака знайдено")
    assert (found("їжак"), found("міст")) == ([], [edition.pk])
    publish(article.editions.get(), None)
    assert (found("їжак"), found("міст")) == ([edition.pk], [])


def test_a_story_is_found_by_its_points_its_lists_its_headings_and_its_captions():
    parts = [
        a_point("Крапка їжака."),
        a_heading("Лис"),
        a_list("<ul><li>борсук</li></ul>"),
        a_table("<table><tbody><tr><td>видра</td></tr></tbody></table>"),
        a_picture_block("Лелека вранці.", picture=a_picture()),
    ]
    edition = an_edition(*parts)
    for word in ("їжак", "лиси", "борсуки", "видрою", "лелеки"):
        assert found(word) == [edition.pk], word


def test_what_is_planned_is_found_from_its_moment_on(monkeypatch):
    edition = published(an_article(headline_uk="Їжак"), at=timezone.now() + timedelta(hours=1))
    assert found("їжак") == []
    later = timezone.now() + timedelta(hours=1, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert found("їжак") == [edition.pk]


def test_what_comes_off_is_found_until_its_moment(monkeypatch):
    edition = an_edition(headline_uk="Їжак")
    withdraw(edition, None, at=timezone.now() + timedelta(hours=1))
    assert found("їжак") == [edition.pk]
    later = timezone.now() + timedelta(hours=2)
    with monkeypatch.context() as clock:
        clock.setattr(timezone, "now", lambda: later)
        assert found("їжак") == []
    let_stay(Edition.objects.get(pk=edition.pk))
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert found("їжак") == [edition.pk]


def test_what_is_withdrawn_is_found_no_longer_and_its_quotes_neither():
    edition = an_edition(a_quote("<p>Їжак спить.</p>"), headline_uk="Їжак")
    assert found("їжак") and found("їжак", kind="quote")
    withdraw(edition, None)
    assert not found("їжак") and not found("їжак", kind="quote")
    assert not Document.objects.exists()


@pytest.mark.parametrize("word", ["Лозової", "Łozowej", "Lozova", "Лозовій"])
def test_a_story_is_found_by_its_speaker_s_name_in_every_language(word):
    speaker = a_speaker("Ада Лозова", "Ada Lozova", "Ada Łozowa")
    edition = an_edition(a_quote(speaker=speaker), headline_uk="Заява")
    assert found(word) == [edition.pk]


def test_a_story_is_found_by_its_topic_its_source_its_author_and_its_section():
    about = {"topics": [a_topic("Бобри")], "authors": [an_author("Хома Сова")], "category": a_category("Природа")}
    edition = an_edition(a_citation(a_source("Журнал видр")), headline_uk="Заява", **about)
    for word in ("бобрами", "совою", "природою", "видра"):
        assert found(word) == [edition.pk], word


def test_a_story_is_found_by_the_office_its_speaker_held():
    edition = an_edition(a_quote(speaker=a_speaker(office={"title_uk": "борсучий міністр"})))
    assert found("міністри") == [edition.pk]


def test_a_new_name_is_found_and_the_old_one_no_longer(django_capture_on_commit_callbacks):
    speaker, topic = a_speaker("Ада Лозова"), a_topic("Бобри")
    edition = an_edition(a_quote(speaker=speaker), topics=[topic])
    with django_capture_on_commit_callbacks(execute=True):
        speaker.name_uk = "Ада Верба"
        speaker.save()
        topic.name_uk = "Видри"
        topic.save()
    assert found("Верби") == found("видрами") == [edition.pk]
    assert found("Лозова") == found("бобри") == []
    assert found("Верба", kind="quote")


def test_an_alias_is_found_as_soon_as_it_is_noted(django_capture_on_commit_callbacks):
    speaker = a_speaker("Кая Каллас")
    edition = an_edition(a_quote(speaker=speaker))
    with django_capture_on_commit_callbacks(execute=True):
        alias = Alias.objects.create(speaker=speaker, text="Kaya Callas")
    assert found("Callas") == [edition.pk]
    with django_capture_on_commit_callbacks(execute=True):
        alias.delete()
    assert found("Callas") == []


def test_a_new_title_of_an_office_is_found(django_capture_on_commit_callbacks):
    speaker = a_speaker(office={"title_uk": "писар"})
    edition = an_edition(a_quote(speaker=speaker))
    office = speaker.offices.get()
    with django_capture_on_commit_callbacks(execute=True):
        office.title_uk = "гетьманка"
        office.save()
    assert found("гетьманки") == [edition.pk]


def test_what_is_said_is_found_by_its_original_wording_too():
    an_edition(a_quote("<p>Спить їжак.</p>", original_words="The hedgehog sleeps.", original_language="en"))
    assert found("hedgehogs", kind="quote")


def test_a_language_that_an_editor_misspelt_breaks_nothing():
    an_edition(a_quote("<p>Спить їжак.</p>", original_words="The hedgehog.", original_language="english"))
    assert found("hedgehog", kind="quote")


def test_an_edition_s_stories_in_other_languages_are_found_in_theirs():
    article = an_article(languages=("uk", "en"))
    uk, en = published(article), published(article, "en")
    assert (found("міст"), found("bridges", "en")) == ([uk.pk], [en.pk])
