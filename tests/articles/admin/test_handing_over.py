"""A story passes from hand to hand, and whoever gets or loses it is told the next time they come."""

import re

import pytest

from articles.models import Article, Notice
from tests.articles.admin.sent import Form
from tests.builders import an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def test_a_story_is_assigned_in_its_form_and_waits_in_the_work_of_who_gets_it(desk, client, olha, maria):
    article = an_article(headline_uk="Міст відкрито")
    Form(desk, article).fill(assigned_to=str(olha.pk)).save()
    assert Article.objects.get().assigned_to == olha
    assert [row.headline for row in desk.get("/admin/").context["my_work"]] == []
    client.force_login(olha)
    start = client.get("/admin/")
    assert [row.headline for row in start.context["my_work"]] == ["Міст відкрито"]


def test_who_gets_a_story_is_told_until_they_have_seen_it(desk, client, olha):
    article = an_article(headline_uk="Міст відкрито")
    Form(desk, article).fill(assigned_to=str(olha.pk)).save()
    client.force_login(olha)
    page = client.get("/admin/").text
    assert re.search(r"Передано вам: Maria, \d\d:\d\d\.", page)
    answer = client.post(f"/admin/articles/article/{article.pk}/seen/", {"next": "/admin/"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/admin/")
    assert "Передано вам" not in client.get("/admin/").text


def test_who_loses_a_story_is_told_in_its_form_too(desk, client, olha):
    article = an_article(assigned_to=olha)
    desk.post(f"/admin/articles/article/{article.pk}/take-over/{olha.pk}/")
    client.force_login(olha)
    assert "У вас перейнято: Maria" in Form(client, article, "uk").html


@pytest.mark.parametrize("to", ["olha", ""])
def test_who_loses_a_story_by_its_form_is_told_too(desk, olha, taras, maria, to):
    article = an_article(assigned_to=taras)
    Form(desk, article).fill(assigned_to=str(olha.pk) if to else "").save()
    told = {notice.person.username: notice.kind for notice in Notice.objects.all()}
    assert told == {"taras": "taken-over"} | ({"olha": "handed-over"} if to else {})
    assert Notice.objects.get(person=taras).by == maria


def test_who_gives_a_story_away_is_not_told_so(desk, olha, maria):
    article = an_article(assigned_to=maria)
    Form(desk, article).fill(assigned_to=str(olha.pk)).save()
    assert [notice.person for notice in Notice.objects.all()] == [olha]


def test_nobody_is_told_what_they_did_themselves(desk, maria):
    Form(desk, an_article()).fill(assigned_to=str(maria.pk)).save()
    assert not Notice.objects.exists()


def test_a_save_that_leaves_a_story_with_its_writer_tells_nobody(desk, olha):
    article = an_article(assigned_to=olha)
    Form(desk, article).fill(headline_uk="Міст").save()
    assert not Notice.objects.exists()


def test_a_stranger_s_address_is_not_gone_to(desk):
    article = an_article()
    answer = desk.post(f"/admin/articles/article/{article.pk}/seen/", {"next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/admin/"


def test_nobody_assigns_who_may_only_translate(client, taras, olha):
    article = an_article()
    client.force_login(taras)
    Form(client, article, "en").fill(assigned_to=str(olha.pk)).save()
    assert Article.objects.get().assigned_to is None
