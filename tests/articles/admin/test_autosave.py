"""What is typed is kept before it is saved: outside the history, out of readers' sight, until its writer is back."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, WorkingCopy
from tests.articles.admin.sent import Fields, Form, after, story_of
from tests.builders import a_text, an_article, an_edition

pytestmark = pytest.mark.django_db
URLENCODED = "application/x-www-form-urlencoded"
KEY = "8f14e45f-ceea-467f-a9d6-0c5a1b2c3d4e"


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def kept(form, **values):
    """Type something and let the script of the page keep it."""
    return form.fill(**values).keep()


def gone_on_with(desk, article=None):
    """Open the form as the offer to go on with an unsaved text does."""
    copy = WorkingCopy.objects.get()
    form = Form(desk, article)
    [address] = re.findall(f'href="([^"]*continue={copy.key}[^"]*)"', form.html)
    form.html = desk.get(address.replace("&amp;", "&")).text
    form.values = Fields(form.html).values
    return form


def test_what_is_typed_is_kept_and_nothing_else_happens(desk, nina):
    edition = an_edition(a_text(), headline_uk="Міст")
    versions = edition.article.versions.count()
    answer = kept(Form(desk, edition.article), headline_uk="Міст відкрито")
    assert answer.status_code == 200 and re.fullmatch(r"\d\d:\d\d", answer.json()["kept"])
    assert Article.objects.get().headline_uk == "Міст"
    assert edition.article.versions.count() == versions
    assert "Міст відкрито" not in nina.get(edition.get_absolute_url()).text


def test_one_text_is_kept_for_each_story_and_person(desk):
    form = Form(desk, an_article())
    for headline in ("Міст", "Міст відкр", "Міст відкрито"):
        assert kept(form, headline_uk=headline).status_code == 200
    assert "%D0%B2%D1%96%D0%B4%D0%BA%D1%80%D0%B8%D1%82%D0%BE" in WorkingCopy.objects.get().data


def test_whoever_comes_back_is_offered_the_text_and_has_all_of_it(desk):
    article = an_article(a_text())
    form = Form(desk, article).add("texts", text_uk="<p>Новий абзац.</p>", uid=uuid4())
    kept(form, headline_uk="Міст відкрито")
    assert "is not saved." in Form(desk, article).html
    again = gone_on_with(desk, article)
    assert again.values["headline_uk"] == "Міст відкрито"
    assert again.values["texts-1-text_uk"] == "<p>Новий абзац.</p>"
    assert "It is not saved yet." in again.html


def test_a_text_that_is_gone_on_with_and_saved_is_offered_no_more(desk):
    article = an_article(a_text())
    kept(Form(desk, article), headline_uk="Міст закрито")
    page = after(desk, gone_on_with(desk, article).save())
    assert Article.objects.get().headline_uk == "Міст закрито"
    assert not WorkingCopy.objects.exists()
    assert "is not saved" not in page


def test_saving_a_form_forgets_what_was_kept_of_it(desk):
    form = Form(desk, an_article())
    kept(form, headline_uk="Міст відкр")
    form.fill(headline_uk="Міст відкрито").save()
    assert not WorkingCopy.objects.exists()


def test_a_text_kept_while_its_form_was_being_saved_is_not_offered(desk):
    article = an_article()
    form = Form(desk, article).fill(headline_uk="Міст відкрито")
    form.save()
    kept(form)
    assert "is not saved." not in Form(desk, article).html
    kept(form, headline_uk="Міст відкрито знову")
    assert "is not saved." in Form(desk, article).html


def test_what_others_saved_meanwhile_is_in_the_text_too(desk, olha):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    kept(Form(desk, article), headline_uk="Міст відкрито")
    other = Client()
    other.force_login(olha)
    Form(other, article, "uk").fill(lead_uk="Інший лід").save()
    again = gone_on_with(desk, article)
    assert (again.values["headline_uk"], again.values["lead_uk"]) == ("Міст відкрито", "Інший лід")


def test_the_same_piece_saved_by_others_is_shown_at_once_for_a_choice(desk, olha):
    article = an_article(headline_uk="Міст")
    kept(Form(desk, article), headline_uk="Міст відкрито")
    other = Client()
    other.force_login(olha)
    Form(other, article, "uk").fill(headline_uk="Міст закрито").save()
    again = gone_on_with(desk, article)
    assert 'name="choice-headline_uk"' in again.html and "Міст закрито" in again.html


def test_it_can_be_discarded(desk):
    article = an_article(headline_uk="Міст")
    kept(Form(desk, article), headline_uk="Міст відкрито")
    page = Form(desk, article).html
    [address] = re.findall('id="discard-[^"]+" action="([^"]+)"', page)
    answer = desk.post(address.replace("&amp;", "&"))
    assert answer.headers["Location"] == f"/admin/articles/article/{article.pk}/change/"
    assert not WorkingCopy.objects.exists()


def test_a_new_story_is_kept_and_offered_where_stories_begin(desk):
    kept(Form(desk), headline_uk="Міст відкрито")
    again = gone_on_with(desk)
    assert again.values["headline_uk"] == "Міст відкрито"
    story = story_of(again.save())
    assert Article.objects.get(pk=story).headline_uk == "Міст відкрито"
    assert not WorkingCopy.objects.exists()


def test_a_second_window_does_not_overwrite_what_the_first_keeps(desk):
    article = an_article()
    first, second = Form(desk, article), Form(desk, article)
    kept(first, headline_uk="Міст закрито")
    answer = kept(second, headline_uk="Інше")
    assert answer.status_code == 409
    assert "or in another window, waits for you" in answer.json()["message"]
    assert "%D0%86%D0%BD%D1%88%D0%B5" not in WorkingCopy.objects.get().data


def test_each_person_has_a_text_of_their_own(desk, olha):
    article = an_article()
    kept(Form(desk, article), headline_uk="Від Марії")
    other = Client()
    other.force_login(olha)
    assert kept(Form(other, article, "uk"), headline_uk="Від Ольги").status_code == 200
    assert WorkingCopy.objects.count() == 2
    theirs = WorkingCopy.objects.get(person=olha)
    page = desk.get(f"/admin/articles/article/{article.pk}/change/?continue={theirs.key}").text
    assert "Від Ольги" not in page


def test_only_who_writes_keeps_texts(client, nina, db):
    article = an_article()
    address = f"/admin/articles/article/{article.pk}/autosave/?key={uuid4()}&base=1"
    assert nina.post(address, "a=1", content_type=URLENCODED).status_code == 302
    assert not WorkingCopy.objects.exists()


@pytest.mark.parametrize("query", ["", "key=x", f"key={KEY}&base=x", f"key={KEY}&base=99999999999999999999"])
def test_an_address_of_no_form_is_refused(desk, query):
    article = an_article()
    answer = desk.post(f"/admin/articles/article/{article.pk}/autosave/?{query}", "a=1", content_type=URLENCODED)
    assert answer.status_code == 400


def test_keeping_is_no_reading(desk):
    assert desk.get(f"/admin/articles/article/{an_article().pk}/autosave/").status_code == 405


def test_keeping_a_text_asks_the_database_a_fixed_number_of_times(desk, django_assert_max_num_queries):
    form = Form(desk, an_article(*[a_text() for _block in range(30)]))
    kept(form)
    with django_assert_max_num_queries(9):
        kept(form, headline_uk="Міст")


def test_a_text_that_says_what_is_saved_is_offered_to_nobody(desk):
    article = an_article(a_text(), headline_uk="Міст")
    kept(Form(desk, article), headline_uk="Міст")
    assert "continue=" not in Form(desk, article).html


def test_a_form_that_goes_on_with_an_unsaved_text_says_that_it_is_not_saved(desk):
    article = an_article(a_text(), headline_uk="Міст")
    kept(Form(desk, article), headline_uk="Міст відкрито")
    html = gone_on_with(desk, article).html
    assert "Not saved yet…</span>" in html and ">Saved " not in html


@pytest.mark.parametrize(
    ("kind", "typed", "begins"),
    [
        (None, {"headline_pl": "Most", "lead_uk": "Лід"}, '<q lang="" dir="auto">Most</q>'),
        (None, {"lead_uk": "Рух відкрили зранку."}, '<q lang="" dir="auto">Рух відкрили зранку.</q>'),
        ("points", {"text_en": "Traffic began."}, '<q lang="" dir="auto">Traffic began.</q>'),
        ("texts", {"text_uk": "<p>Перші слова</p><p>і другі.</p>"}, '<q lang="" dir="auto">Перші слова і другі.</q>'),
        (None, {"seo_description_uk": "Слово " * 30}, f'<q lang="" dir="auto">{("Слово " * 30)[:79]}…</q>'),
        (None, {"kind": "opinion"}, "There is no text in it, only details."),
    ],
    ids=["headline", "lead", "point", "text", "long", "details"],
)
def test_an_offer_shows_the_first_words_typed_anywhere(desk, kind, typed, begins):
    form = Form(desk, langs="uk,en,pl")
    form = form.add(kind, **typed) if kind else form.fill(**typed)
    form.keep()
    assert f"is not saved. {begins}</p>" in Form(desk).html


def test_what_is_no_form_is_refused(desk):
    form = Form(desk, an_article())
    address = re.search('data-autosave="([^"]+)"', form.html)[1].replace("&amp;", "&")
    answer = desk.post(address, b"headline_uk=\xff\xfe", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400


def test_a_text_that_came_after_its_form_was_saved_keeps_no_other_from_being_kept(desk):
    article = an_article(a_text(), headline_uk="Міст")
    form = Form(desk, article).fill(headline_uk="Міст відкрито")
    form.save()
    form.keep()
    assert kept(Form(desk, article), headline_uk="Міст закрито").status_code == 200
    assert "%D0%B7%D0%B0%D0%BA%D1%80" in WorkingCopy.objects.get().data


def test_many_unsaved_new_stories_take_no_more_queries_than_one(desk):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            Form(desk)
        return len(captured)

    Form(desk).fill(headline_uk="Міст").keep()
    one = queries()
    for number in range(5):
        Form(desk).fill(headline_uk=f"Міст {number}").keep()
    assert queries() == one
