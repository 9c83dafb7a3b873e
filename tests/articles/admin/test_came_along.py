"""What others saved comes along with a save; a form that never learned of it and is sent again takes nothing back."""

from uuid import uuid4

import pytest
from django.test import Client

from articles.models import Block
from articles.publishing import withdraw
from tests.articles.admin.sent import Fields, Form, after
from tests.builders import a_text, an_article, published
from tests.people import hire

pytestmark = pytest.mark.django_db
FIRST, SECOND = "texts-0-text_uk", "texts-1-text_uk"


@pytest.fixture
def petro(db):
    """An editor of all languages."""
    return hire("petro", "Petro", "en", ("editor", ""))


@pytest.fixture
def desks(maria, petro):
    """Two browsers: Maria's and Petro's."""
    browsers = [Client(), Client()]
    for browser, person in zip(browsers, (maria, petro), strict=True):
        browser.force_login(person)
    return browsers


@pytest.fixture
def story():
    return an_article(a_text("<p>Раз.</p>"), a_text("<p>Два.</p>"), headline_uk="Міст")


@pytest.fixture
def stale(desks, story):
    """Maria's form after a save that brought what Petro wrote in the second block; its page never came."""
    form = Form(desks[0], story)
    Form(desks[1], story).fill(**{SECOND: "<p>Слова Петра.</p>"}).save()
    form.fill(**{FIRST: "<p>Слова Марії.</p>"}).save()
    return form


def texts(story):
    return list(Block.objects.filter(parent=story).order_by("ordering").values_list("text_uk", flat=True))


@pytest.mark.parametrize("times", [1, 2])
def test_it_is_not_taken_back_by_what_is_typed_next(story, stale, times):
    for number in range(times):
        stale.fill(**{FIRST: f"<p>Ще слова {number}.</p>"}).save()
    assert texts(story) == [f"<p>Ще слова {times - 1}.</p>", "<p>Слова Петра.</p>"]


def test_it_is_in_the_form_that_goes_on_with_what_was_typed(desks, story, stale):
    stale.fill(**{FIRST: "<p>Ще слова.</p>"}).keep()
    page = desks[0].get(f"/admin/articles/article/{story.pk}/change/?continue={stale.values['key']}&langs=uk")
    assert "Ще слова." in page.text and "Слова Петра." in page.text
    assert "Два." not in page.text


def test_who_writes_in_it_unseen_is_shown_both(story, stale):
    answer = stale.fill(**{SECOND: "<p>Другі слова Марії.</p>"}).save()
    assert f'name="choice-{SECOND}"' in answer.text and "Слова Петра." in answer.text
    assert texts(story)[1] == "<p>Слова Петра.</p>"


def test_one_s_own_words_are_no_meeting(story, stale):
    assert stale.fill(**{FIRST: "<p>Інші слова.</p>"}).save().status_code == 302
    assert texts(story)[0] == "<p>Інші слова.</p>"


def test_it_is_not_published_before_its_publisher_has_seen_it(desks, story, stale):
    page = after(desks[0], stale.publish("uk"))
    assert "Saved, but not published. Petro saved meanwhile: Text 2 · Українська." in page
    assert not story.editions.exclude(live=None).exists()
    Form(desks[0], story).publish("uk")
    assert "Слова Петра." in str(story.editions.get(language="uk").live.content)


def test_a_block_that_was_removed_stays_removed(desks, story):
    form = Form(desks[0], story)
    Form(desks[1], story).fill(**{"texts-1-DELETE": "on"}).save()
    for words in ("Раз, два.", "Раз, два, три."):
        assert form.fill(**{FIRST: f"<p>{words}</p>"}).save().status_code == 302
    assert texts(story) == ["<p>Раз, два, три.</p>"]


def test_a_removed_block_written_in_comes_back_whole_from_before_it_came_along(desks):
    story = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>", en="<p>Two.</p>"))
    form = Form(desks[0], story, "uk")
    Form(desks[1], story, "uk").fill(**{"texts-1-DELETE": "on"}).save()
    form.fill(**{FIRST: "<p>Раз, два.</p>"}).save()
    answer = form.fill(**{SECOND: "<p>Два, три.</p>"}).save()
    assert answer.status_code == 200
    form.html, form.values = answer.text, Fields(answer.text).values
    form.save()
    assert Block.objects.get(parent=story, text_uk="<p>Два, три.</p>").text_en == "<p>Two.</p>"


def test_of_another_window_it_says_whose_it_is(desks, story):
    first, second = Form(desks[0], story), Form(desks[0], story)
    first.fill(**{FIRST: "<p>Одне.</p>"}).save()
    page = after(desks[0], second.fill(**{SECOND: "<p>Інше.</p>"}).save())
    assert "You saved meanwhile in another window: Text 1 · Українська. It is in the story now." in page


def test_what_was_taken_off_meanwhile_comes_back_only_when_publish_is_pressed_again(desks, story, petro):
    edition = published(story, "uk")
    form = Form(desks[0], story)
    withdraw(edition, petro)
    page = after(desks[0], form.fill(**{FIRST: "<p>Слова Марії.</p>"}).publish("uk"))
    assert "Saved, but not published. Petro took this off the site meanwhile: Українська." in page
    edition.refresh_from_db()
    assert edition.is_withdrawn and texts(story)[0] == "<p>Слова Марії.</p>"
    Form(desks[0], story).publish("uk")
    edition.refresh_from_db()
    assert edition.is_visible


def test_who_took_it_off_is_said_to_whoever_has_it_open(desks, story, petro):
    edition = published(story, "uk")
    form = Form(desks[0], story)
    withdraw(edition, petro)
    address = f"/admin/articles/article/{story.pk}/presence/?key={form.values['key']}&base={form.values['base']}"
    assert "Taken off the site meanwhile: Petro" in desks[0].post(address).json()["saved"]


def test_a_block_saved_without_an_answer_and_removed_by_another_stays_removed(desks, story):
    form = Form(desks[0], story).add("texts", text_uk="<p>Три.</p>", uid=uuid4())
    form.save()
    Form(desks[1], story).fill(**{"texts-2-DELETE": "on"}).save()
    for words in ("Раз, два.", "Раз, два, три."):
        assert form.fill(**{FIRST: f"<p>{words}</p>"}).save().status_code == 302
    assert texts(story) == ["<p>Раз, два, три.</p>", "<p>Два.</p>"]
