"""The first page: what waits for somebody, how the paper stands, three things to try."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin import filters
from articles.admin import start as start_page
from articles.models import Edition, Publication
from newsroom.editorial.stages import Stage
from newsroom.staff.amounts import Amount
from tests.builders import a_category, a_picture, an_article, changed, published
from tests.people import hire

EVERYWHERE = {"languages": ("uk", "en", "pl")}


@pytest.fixture
def start(client):
    def open_as(person):
        client.force_login(person)
        response = client.get("/admin/")
        assert response.status_code == 200
        return response

    return open_as


def headlines(response, section):
    return [row.headline for row in response.context[section]]


def live_in_all(**fields):
    story = an_article(**EVERYWHERE | fields)
    for code in EVERYWHERE["languages"]:
        published(story, code)
    return story


def test_a_draft_without_a_category_waits_among_the_others(start, olha):
    story = an_article(category=None, headline_uk="Без рубрики")
    story.changed_by = olha
    story.save()
    assert headlines(start(olha), "my_work") == ["Без рубрики"]


def test_an_empty_newsroom_says_so_in_words(start, maria):
    page = start(maria).text
    assert "Nothing waits for you." in page
    assert "Nothing is published yet." in page
    assert '<a href="/admin/articles/article/add/">Write the first article.</a>' in page
    assert "Every language is up to date." in page
    assert "Needs attention" not in page
    assert "Scheduled next" not in page


def test_my_unpublished_changes_wait_for_me_and_not_for_others(start, olha, taras):
    story = an_article()
    published(story)
    story = changed(story, by=olha, headline_uk="Міст знову відкрито")
    story.changed_by = olha
    story.save()
    assert headlines(start(olha), "waiting") == ["Міст знову відкрито"]
    assert headlines(start(taras), "waiting") == []


def test_what_was_sent_for_review_waits_for_who_may_publish_that_language(start, maria, olha):
    an_article(languages=("en",)).editions.update(stage=Stage.REVIEW)
    pole = hire("jan", "Jan", "pl", ("publisher", "pl"))
    assert headlines(start(maria), "waiting") == ["The bridge is open"]
    assert headlines(start(pole), "waiting") == []
    assert headlines(start(olha), "waiting") == []


def test_a_translation_that_is_behind_waits_for_its_translator_once_with_every_language(start, taras, olha):
    changed(live_in_all(), headline_uk="Міст знову відкрито")
    (row,) = start(taras).context["waiting"]
    assert row.headline == "Міст знову відкрито"
    assert [(language, state.shape) for language, state in row.states] == [("en", "behind"), ("pl", "behind")]
    assert headlines(start(olha), "waiting") == []


def test_the_page_counts_what_waits(start, maria):
    category = a_category()
    for _each in range(8):
        an_article(category=category).editions.update(stage=Stage.REVIEW)
    response = start(maria)
    assert len(response.context["waiting"]) == 6
    assert "8 things wait for you" in response.text


def test_more_work_than_is_counted_is_said_in_words(start, maria, monkeypatch):
    monkeypatch.setattr(Amount, "MOST", 3)
    category = a_category()
    for _each in range(5):
        an_article(category=category).editions.update(stage=Stage.REVIEW)
    page = start(maria).text
    assert "more than 3 things wait for you" in page
    assert '<span class="count">more than 3</span>' in page


def test_my_work_is_my_drafts(start, olha):
    category = a_category()
    mine = an_article(category=category, headline_uk="Чернетка")
    mine.changed_by = olha
    mine.save()
    an_article(category=category, headline_uk="Чужа")
    assert headlines(start(olha), "my_work") == ["Чернетка"]


def test_what_was_published_is_listed_once_with_its_languages(start, olha):
    live_in_all()
    published(an_article(headline_uk="Порт"), at=timezone.now() - timedelta(hours=1))
    recent = start(olha).context["recent"]
    assert [(row.headline, row.note) for row in recent] == [("Міст відкрито", "uk en pl"), ("Порт", "uk")]


def test_what_is_scheduled_comes_next_and_is_not_yet_published(start, olha):
    tomorrow = timezone.now() + timedelta(days=1)
    published(an_article(headline_uk="Післязавтра"), at=tomorrow + timedelta(days=1))
    published(an_article(headline_uk="Завтра"), at=tomorrow)
    response = start(olha)
    assert headlines(response, "coming") == ["Завтра", "Післязавтра"]
    assert headlines(response, "recent") == []


def test_a_story_coming_without_a_picture_needs_attention(start, olha):
    tomorrow = timezone.now() + timedelta(days=1)
    published(an_article(headline_uk="Без знімка"), at=tomorrow)
    published(an_article(headline_uk="Зі знімком", picture=a_picture()), at=tomorrow)
    response = start(olha)
    assert headlines(response, "attention") == ["Без знімка"]


def test_a_story_coming_with_words_nobody_published_needs_attention(start, maria):
    story = an_article(picture=a_picture())
    published(story, at=timezone.now() + timedelta(days=1))
    assert headlines(start(maria), "attention") == []
    changed(story, lead_uk="Новий лід.")
    (row,) = start(maria).context["attention"]
    assert row.note.endswith("1 unpublished change")


def test_translations_waiting_are_counted_for_each_language(start, maria):
    category = a_category()
    changed(live_in_all(category=category), headline_uk="Відстає")
    published(an_article(category=category, headline_uk="Лише українською"))
    an_article(category=category, headline_uk="Чернетка")
    counted = {each.language: each.words for each in start(maria).context["translations"]}
    assert counted == {"English": "1 behind · 1 missing", "Polski": "1 behind · 1 missing"}


def test_only_the_newest_stories_wait_for_a_translation(start, client, maria, monkeypatch):
    for module in (filters, start_page):
        monkeypatch.setattr(module, "NEWEST", 2)
    category, now = a_category(), timezone.now()
    assert "of the newest" not in start(maria).text
    for number in range(3):
        published(an_article(category=category, headline_uk=f"Міст {number}"), at=now - timedelta(hours=number))
    response = start(maria)
    assert {each.words for each in response.context["translations"]} == {"2 missing"}
    assert "of the newest 2 stories" in response.text
    stories = client.get("/admin/articles/article/", {"translation": "pl"}).context["cl"].result_list
    assert {story.headline_uk for story in stories} == {"Міст 0", "Міст 1"}


def test_each_count_leads_to_the_stories_it_counts(start, client, maria):
    published(an_article(headline_uk="Лише українською"))
    for each in start(maria).context["translations"]:
        stories = client.get(each.url).context["cl"].result_list
        assert [story.headline_uk for story in stories] == ["Лише українською"]


def test_the_first_page_takes_the_same_number_of_queries_however_much_waits(client, maria):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/")
        return len(captured)

    def more_work():
        changed(live_in_all(category=category), headline_uk="Відстає")
        published(an_article(category=category), at=timezone.now() + timedelta(days=1))

    category = a_category()
    client.force_login(maria)
    more_work()
    few = queries()
    for _each in range(5):
        more_work()
    assert queries() == few <= 20


def test_a_newcomer_with_the_keys_gets_three_things_to_try_on_the_newest_whole_story(start, client, maria):
    story = live_in_all()
    published(an_article(headline_uk="Новіша, та лише українською"))
    steps = start(maria).context["first_steps"]
    assert [step.url for step in steps] == [
        f"/admin/articles/article/{story.pk}/change/",
        Edition.objects.get(article=story, language="uk").get_absolute_url(),
        f"/admin/articles/article/?id={story.pk}",
    ]
    assert [client.get(step.url).status_code for step in steps] == [200, 200, 200]


def test_the_three_things_stay_for_a_day_after_the_first_publication(start, maria):
    story = live_in_all()
    published(story, "uk", by=maria)
    when = timezone.localtime(Publication.objects.get(by=maria).when)
    assert [step.note for step in start(maria).context["first_steps"]] == [f"published: {when:%H:%M}", "", ""]
    Publication.objects.filter(by=maria).update(when=timezone.now() - timedelta(hours=25))
    assert not start(maria).context["first_steps"]


def test_who_may_not_publish_is_not_asked_to(start, olha):
    live_in_all()
    assert not start(olha).context["first_steps"]


def test_without_a_story_in_every_language_there_is_nothing_to_try(start, maria):
    published(an_article())
    assert "Three things to try" not in start(maria).text


def test_who_works_here_without_any_role_still_gets_a_page(start, db):
    live_in_all()
    assert headlines(start(hire("bohdan", "Богдан", "uk")), "recent") == ["Міст відкрито"]
