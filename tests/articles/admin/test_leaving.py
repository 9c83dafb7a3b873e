"""Somebody leaves the newsroom: their account is shut, their stories go on in other hands, nothing typed is lost."""

import re
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.test import Client

from articles.models import Article, Notice, PreviewLink, Reason, WorkingCopy
from articles.preview.links import make_link, path_to
from tests.articles.admin.sent import Form, after
from tests.builders import a_text, an_article, changed
from tests.people import hire

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    client.force_login(hire("iryna", "Ірина", "en", ("admin", "")))
    return client


@pytest.fixture
def story(olha):
    article = an_article(a_text(), languages=("uk",))
    article.assigned_to = olha
    article.save()
    return article


@pytest.fixture
def editor(maria):
    browser = Client()
    browser.force_login(maria)
    return browser


@pytest.fixture
def left(office, olha, story):
    """Let somebody leave who typed in a story: nothing is newer there than the version of what they typed."""
    Article.objects.update(assigned_to=None)
    theirs = Client()
    theirs.force_login(olha)
    Form(theirs, story, langs="uk").fill(headline_uk="Набрано і не збережено").keep()
    return lambda: let_go(office, olha)


def let_go(office, person, to=None):
    return office.post(f"/admin/articles/article/leaver/{person.pk}/", {"to": to.pk if to else ""})


def test_the_stories_go_to_a_colleague_who_is_told(office, olha, maria, story):
    page = office.get(f"/admin/articles/article/leaver/{olha.pk}/").content.decode()
    assert "Міст відкрито" in page
    let_go(office, olha, maria)
    story.refresh_from_db()
    assert story.assigned_to == maria
    assert Notice.objects.get(person=maria).kind == Notice.Kind.HANDED_OVER
    assert [version.reason for version in story.versions.all()].count(Reason.HAND_OVER) == 1


def test_or_to_nobody_yet(office, olha, story):
    let_go(office, olha)
    story.refresh_from_db()
    assert story.assigned_to is None
    assert not Notice.objects.exists()


def test_whoever_left_is_out_at_once_wherever_they_are_signed_in(office, olha):
    elsewhere = Client()
    elsewhere.force_login(olha)
    let_go(office, olha)
    assert elsewhere.get("/admin/").status_code == 302
    olha.refresh_from_db()
    assert not olha.is_active


def test_what_was_typed_in_a_story_becomes_a_version_under_their_name(office, olha, maria, story):
    theirs = Client()
    theirs.force_login(olha)
    Form(theirs, story, langs="uk").fill(headline_uk="Набрано і не збережено").keep()
    let_go(office, olha, maria)
    version = story.versions.get(reason=Reason.UNSAVED)
    assert version.by == olha
    assert version.content["article"]["headline_uk"] == "Набрано і не збережено"
    story.refresh_from_db()
    assert story.headline_uk == "Міст відкрито"
    assert not WorkingCopy.objects.exists()


def test_what_was_typed_and_not_saved_is_no_desk_that_anybody_opened(left, story, editor):
    left()
    assert Form(editor, story).fill(headline_uk="Набрано і не збережено").save().status_code == 302
    assert Article.objects.get().headline_uk == "Набрано і не збережено"


def test_a_form_that_was_open_hears_of_nothing_saved(left, story, editor):
    form = Form(editor, story).fill(headline_uk="Міст стоїть")
    presence = re.search('data-presence="([^"]+)"', form.html)[1].replace("&amp;", "&")
    left()
    assert editor.post(presence).json()["saved"] == ""
    changed(story, lead_uk="Лід")
    assert "Somebody saved meanwhile" in after(editor, form.save())


def test_what_both_changed_is_not_laid_at_the_door_of_who_left(left, story, editor, maria):
    form = Form(editor, story).fill(headline_uk="Міст стоїть")
    changed(story, by=maria, headline_uk="Міст закрито")
    left()
    assert form.save().context["meetings"][0].by == "Maria"


def test_a_link_to_a_preview_shows_what_is_saved_and_not_what_was_typed(left, story, editor, nina):
    left()
    editor.post(f"/admin/articles/article/{story.pk}/preview/link/", {"language": "uk", "hours": "1"})
    page = nina.get(path_to(PreviewLink.objects.get())).text
    assert "Міст відкрито" in page and "Набрано і не збережено" not in page


def test_what_could_not_be_in_the_version_stays_in_the_account(office, olha, story):
    theirs = Client()
    theirs.force_login(olha)
    Form(theirs, story, langs="uk").fill(headline_uk="х" * 201).keep()
    let_go(office, olha)
    assert "х" * 201 in QueryDict(WorkingCopy.objects.get(person=olha).data)["headline_uk"]


def test_a_new_story_never_saved_is_offered_to_whoever_gets_the_stories(office, olha, maria):
    WorkingCopy.objects.create(person=olha, key=uuid4(), data="columns=uk&headline_uk=Недописана")
    let_go(office, olha, maria)
    theirs = Client()
    theirs.force_login(maria)
    assert "Недописана" in theirs.get("/admin/articles/article/add/").content.decode()


def test_without_anybody_it_waits_where_it_is(office, olha):
    WorkingCopy.objects.create(person=olha, key=uuid4(), data="columns=uk&headline_uk=Недописана")
    let_go(office, olha)
    assert WorkingCopy.objects.get().person == olha


def test_links_to_previews_are_taken_back(office, olha, story, nina):
    link = make_link(story.versions.first(), "uk", olha, 24)
    assert nina.get(path_to(link)).status_code == 200
    let_go(office, olha)
    assert PreviewLink.objects.get().revoked
    assert nina.get(path_to(link)).status_code == 404


def test_nobody_lets_themselves_go_nor_somebody_mightier(office, client, django_user_model):
    iryna, root = django_user_model.objects.get(username="iryna"), django_user_model.objects.create_superuser("root")
    for person in (iryna, root):
        assert let_go(office, person).status_code == 403
        person.refresh_from_db()
        assert person.is_active


def test_whoever_has_left_is_not_let_go_again(office, olha, maria, story):
    let_go(office, olha, maria)
    page = office.get(let_go(office, olha)["Location"]).content.decode()
    assert "has left already" in page
    story.refresh_from_db()
    assert story.assigned_to == maria


def test_an_editor_lets_nobody_go(client, maria, olha):
    client.force_login(maria)
    assert let_go(client, olha).status_code == 403


def test_a_person_s_page_leads_there(office, olha):
    page = office.get(f"/admin/staff/person/{olha.pk}/change/").content.decode()
    assert f"/admin/articles/article/leaver/{olha.pk}/" in page
    assert f"/admin/staff/person/{olha.pk}/invite/" in page
