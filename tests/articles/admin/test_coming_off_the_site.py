"""Planning on the form when a story comes off the site, and what the desk says of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from articles.publishing import withdraw
from newsroom.editorial.stages import Stage
from tests.articles.admin.sent import Form, after
from tests.builders import a_category, a_text, an_article, an_edition, changed, published

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
END = "2099-05-01T18:00"


@pytest.fixture
def at_desk(client, maria):
    client.force_login(maria)
    return client


def in_kyiv(text):
    return timezone.make_aware(timezone.datetime.fromisoformat(text))


def edition(article, language="uk"):
    return Edition.objects.get(article=article, language=language)


def test_a_story_is_published_until_a_moment(at_desk):
    article = an_article(a_text())
    page = after(at_desk, Form(at_desk, article).fill(comes_off=END).publish("uk"))
    assert (edition(article).is_visible, edition(article).withdraw_at) == (True, in_kyiv(END))
    assert "Українська: on the site until 1 May 2099, 18:00." in page
    assert '<span class="state state-live">live until 1 May 2099, 18:00</span>' in page


def test_a_story_is_scheduled_until_a_moment(at_desk):
    article = an_article(a_text())
    page = after(at_desk, Form(at_desk, article).fill(goes_live="2099-05-01T17:00", comes_off=END).publish("uk"))
    assert (edition(article).is_scheduled, edition(article).withdraw_at) == (True, in_kyiv(END))
    assert "Українська: scheduled for 1 May 2099, 17:00, until 1 May 2099, 18:00." in page


def test_a_live_language_without_changes_gets_a_moment_and_no_new_publication(at_desk):
    article = an_article(a_text(), languages=("uk", "en"))
    live = published(article)
    published(article, "en")
    Form(at_desk, article).fill(comes_off=END).publish("uk")
    assert (edition(article).withdraw_at, live.publications.count()) == (in_kyiv(END), 1)
    assert edition(article, "en").withdraw_at is None, "it was not ticked"


def test_saving_sets_no_moment(at_desk):
    article = an_article(a_text())
    published(article)
    page = after(at_desk, Form(at_desk, article).fill(comes_off=END).save())
    assert edition(article).withdraw_at is None
    assert "Saved, but no moment was set" in page


def test_a_moment_and_the_wish_to_stay_contradict_each_other(at_desk):
    article = an_article(a_text())
    published(article, until=in_kyiv(END))
    sent = Form(at_desk, article).fill(comes_off="2099-06-01T18:00", stays="on").publish("uk")
    assert "Give a moment or let the story stay, not both." in sent.text
    assert edition(article).withdraw_at == in_kyiv(END)


def test_what_is_set_stays_until_another_moment_is_given_or_it_is_lifted(at_desk):
    article = an_article(a_text())
    published(article, until=in_kyiv(END))
    form = Form(at_desk, article)
    assert form.values["comes_off"] == "" and 'name="stays"' in form.html
    form.fill(headline_uk="Нова назва").publish("uk")
    assert (edition(article).headline, edition(article).withdraw_at) == ("Нова назва", in_kyiv(END))
    Form(at_desk, article).fill(comes_off="2099-06-01T18:00").publish("uk")
    assert edition(article).withdraw_at == in_kyiv("2099-06-01T18:00")
    Form(at_desk, article).fill(stays=["on"]).publish("uk")
    assert (edition(article).is_visible, edition(article).withdraw_at) == (True, None)
    assert 'name="stays"' not in Form(at_desk, article).html


def test_a_planned_story_is_moved_with_its_end_and_its_embargo_at_once(at_desk):
    article = an_article(a_text())
    Form(at_desk, article).fill(goes_live="2099-05-01T17:00", comes_off=END).publish("uk")
    moments = {"goes_live": "2099-07-01T12:00", "embargo": "2099-07-01T12:00", "comes_off": "2099-07-01T18:00"}
    Form(at_desk, article).fill(**moments).publish("uk")
    assert edition(article).publish_at == edition(article).embargo_until == in_kyiv("2099-07-01T12:00")
    assert edition(article).withdraw_at == in_kyiv("2099-07-01T18:00")
    soon = timezone.localtime(timezone.now() + HOUR).strftime("%Y-%m-%dT%H:%M")
    Form(at_desk, article).fill(at_once=["on"], embargo="", comes_off=soon).publish("uk")
    assert (edition(article).is_visible, edition(article).withdraw_at) == (True, in_kyiv(soon))


def test_a_moment_in_the_past_is_refused_and_the_way_to_withdraw_now_is_said(at_desk):
    article = an_article(a_text())
    page = Form(at_desk, article).fill(comes_off="2020-05-01T18:00").publish("uk").text
    assert '<a href="#id_comes_off">Comes off the site</a>' in page
    assert (
        "This moment is in the past. Give one to come; “Withdraw…” in the menu “⋯” takes a live story off now." in page
    )
    assert 'value="2020-05-01T18:00"' in page
    assert edition(article).stage == Stage.DRAFT


@pytest.mark.parametrize(
    "moments",
    [
        {"goes_live": END, "comes_off": END},
        {"goes_live": "2099-05-01T19:00", "comes_off": END},
        {"embargo": END, "comes_off": END},
        {"goes_live": "2099-05-01T12:00", "embargo": "2099-05-02T12:00", "comes_off": END},
    ],
)
def test_what_readers_would_never_have_is_refused_with_both_moments(at_desk, moments):
    article = an_article(a_text())
    page = Form(at_desk, article).fill(headline_uk="Нова назва", **moments).publish("uk").text
    assert "Українська would come off the site (1 May 2099, 18:00) before it goes live (" in page
    assert "Нова назва" in page and 'value="2099-05-01T18:00"' in page
    assert edition(article).stage == Stage.DRAFT


@pytest.mark.parametrize("field", ["goes_live", "embargo"])
def test_a_planned_story_is_not_moved_behind_an_end_that_was_set_before(at_desk, field):
    article = an_article(a_text())
    Form(at_desk, article).fill(goes_live="2099-05-01T17:00", comes_off=END).publish("uk")
    page = Form(at_desk, article).fill(**{field: "2099-05-02T12:00"}).publish("uk").text
    assert '<a href="#id_comes_off">Comes off the site</a>' in page
    assert edition(article).publish_at == in_kyiv("2099-05-01T17:00")
    Form(at_desk, article).fill(**{field: "2099-05-02T12:00"}, stays=["on"]).publish("uk")
    assert (edition(article).publish_at, edition(article).withdraw_at) == (in_kyiv("2099-05-02T12:00"), None)


def test_a_moment_that_is_none_is_refused_and_shown(at_desk):
    article = an_article(a_text())
    page = Form(at_desk, article).fill(comes_off="tomorrow").publish("uk").text
    assert '<a href="#id_comes_off">Comes off the site</a>' in page
    assert edition(article).stage == Stage.DRAFT


def test_a_new_story_that_would_never_be_there_is_refused_too(at_desk):
    form = Form(at_desk).fill(headline_uk="Міст", category=a_category().pk, goes_live=END, comes_off=END)
    assert "before it goes live (1 May 2099, 18:00)" in form.publish("uk").text
    assert not Edition.objects.exists()


def test_who_may_not_publish_sets_no_moment(client, taras):
    article = an_article(a_text(en="<p>Yes.</p>"), languages=("uk", "en"))
    published(article, "en")
    client.force_login(taras)
    form = Form(client, article)
    assert "comes_off" not in form.values
    assert form.fill(comes_off=END).publish("en").status_code == 403
    assert edition(article, "en").withdraw_at is None


def test_what_came_off_by_itself_is_withdrawn_to_the_desk(at_desk, monkeypatch):
    live = an_edition(a_text())
    changed(live.article, headline_uk="Нова назва")
    end = timezone.now() + HOUR
    withdraw(live, None, at=end)
    address = "/admin/articles/article/"
    assert '<span class="state state-changed">live until ' in at_desk.get(address).text
    monkeypatch.setattr(timezone, "now", lambda: end)
    assert '<span class="state state-withdrawn">withdrawn</span>' in at_desk.get(address).text
    assert list(at_desk.get(address, {"state": "withdrawn"}).context["cl"].result_list) == [live.article]
    for view in ({"state": "live"}, {"view": "changed"}, {"view": "scheduled"}, {"translation": "en"}):
        assert not at_desk.get(address, view).context["cl"].result_list, view
    start = at_desk.get("/admin/").context
    assert not any(start[section] for section in ("recent", "coming", "attention", "waiting", "translations"))


def test_what_came_off_by_itself_can_be_published_again_and_not_withdrawn(at_desk, monkeypatch):
    article = an_article(a_text())
    end = timezone.now() + HOUR
    published(article, until=end)
    monkeypatch.setattr(timezone, "now", lambda: end)
    form = Form(at_desk, article)
    assert 'class="publish"' in form.html and 'name="stays"' not in form.html
    assert f"/{article.pk}/withdraw/uk/" not in form.html and "View on site" not in form.html
    assert at_desk.get(f"/admin/articles/article/{article.pk}/withdraw/uk/").status_code == 404
    form.publish("uk")
    assert (edition(article).is_visible, edition(article).withdraw_at) == (True, None)


def test_the_first_page_says_until_when_a_changed_story_is_live(client, maria):
    story = an_article(a_text())
    published(story, until=in_kyiv(END))
    changed(story, headline_uk="Нова назва")
    client.force_login(maria)
    assert "live until 1 May 2099, 18:00 · 1 unpublished change" in client.get("/admin/").text
