"""Who else has a story open is said while it is written, and what they saved."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.admin.writing.company import place_in_words
from articles.models import Presence
from tests.articles.admin.sent import Form
from tests.builders import a_text, an_article

pytestmark = pytest.mark.django_db


class Desk:
    """Somebody at a story: opens its form and says so, as the script of the page does."""

    def __init__(self, person, article):
        self.client = Client()
        self.client.force_login(person)
        self.form = Form(self.client, article)
        self.address = re.search('data-presence="([^"]+)"', self.form.html)[1].replace("&amp;", "&")

    def call(self, place=""):
        return self.client.post(self.address, {"place": place})


def test_each_sees_the_other_and_where_they_write(olha, maria):
    article = an_article(a_text())
    mine, hers = Desk(maria, article), Desk(olha, article)
    assert mine.call().json() == {"here": "", "saved": ""}
    hers.call("lead_uk")
    assert mine.call().json()["here"] == "Ольга is here, editing: Lead · Українська."


def test_it_is_said_in_the_language_of_the_reader(olha, maria):
    article = an_article(a_text())
    mine, hers = Desk(maria, article), Desk(olha, article)
    mine.call("texts-0-text_en")
    assert hers.call().json()["here"] == "Maria тут, пише: Текст · English."


def test_who_fell_silent_is_there_no_more(olha, maria):
    article = an_article()
    mine, hers = Desk(maria, article), Desk(olha, article)
    hers.call()
    Presence.objects.update(seen=timezone.now() - timedelta(seconds=26))
    assert mine.call().json()["here"] == ""


def test_who_closes_the_form_is_gone_at_once(olha, maria):
    article = an_article()
    mine, hers = Desk(maria, article), Desk(olha, article)
    hers.call()
    assert hers.client.post(hers.address, {"gone": "1"}).status_code == 204
    assert mine.call().json()["here"] == ""


def test_another_window_of_the_same_person_is_said_as_such(maria):
    article = an_article()
    first, second = Desk(maria, article), Desk(maria, article)
    first.call()
    assert second.call().json()["here"] == "You have this story open in another window."


def test_what_was_saved_since_is_said_with_its_author(olha, maria):
    article = an_article()
    mine = Desk(maria, article)
    Form(Desk(olha, article).client, article, "uk").fill(headline_uk="Міст відкрито").save()
    assert re.match(r"Saved meanwhile: Ольга, \d\d:\d\d\. Your next save keeps both\.", mine.call().json()["saved"])


def test_old_words_are_swept_away(olha, maria):
    article = an_article()
    Desk(olha, article).call()
    Presence.objects.update(seen=timezone.now() - timedelta(hours=2))
    Desk(maria, article).call()
    assert [presence.person for presence in Presence.objects.all()] == [maria]


def test_a_form_says_it_by_few_queries(maria, olha, django_assert_max_num_queries):
    article = an_article()
    Desk(olha, article).call()
    mine = Desk(maria, article)
    mine.call()
    with django_assert_max_num_queries(11):
        mine.call()


@pytest.mark.parametrize("name", ["", "x", "texts-0", "texts-x-y_uk", "points", "-", "headline_xx", "quotes-0-speaker"])
def test_a_name_that_is_no_text_names_no_place(name):
    assert place_in_words(name) == ""
