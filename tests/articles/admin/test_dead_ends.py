"""Where somebody may not go, and where there is nothing, the desk says so in their language and leads back."""

import pytest
from django.test import Client

from articles.models import Article
from tests.builders import an_edition
from tests.people import hire

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def anna(client):
    """Somebody whose desk is in Polish, with a browser that asks for Ukrainian."""
    person = hire("anna", "Anna", "pl", ("author", "pl"))
    client.force_login(person)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "uk"
    return client


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/admin/staff/person/", 403, "Nie możesz tego zrobić"),
        ("/admin/nowhere/", 404, "Tu niczego nie ma"),
        ("/admin/articles/article/999/withdraw/pl/", 403, "Nie możesz tego zrobić"),
    ],
)
def test_a_dead_end_is_said_in_the_person_s_language_and_leads_back(anna, address, status, words):
    response = anna.get(address)
    assert (response.status_code, response["Content-Language"]) == (status, "pl")
    assert f"<h1>{words}</h1>" in response.text
    assert '<a href="/admin/">← Moje teksty</a>' in response.text
    assert "no-store" in response["Cache-Control"]


def test_a_story_that_is_not_there_is_a_dead_end_too(client, maria):
    client.force_login(maria)
    response = client.get("/admin/articles/article/999/withdraw/uk/")
    assert (response.status_code, "There is nothing here" in response.text) == (404, True)


def test_readers_get_their_own_page(nina):
    address = an_edition().get_absolute_url()
    page = nina.get(f"{address}nowhere/")
    assert page.status_code == 404
    assert "/admin/" not in page.text


def test_more_than_a_request_may_hold_is_said_and_nothing_is_saved(anna, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2000
    response = anna.post("/admin/articles/article/add/", "headline_pl=" + "a" * 5000, content_type=FORM)
    assert (response.status_code, response["Content-Language"]) == (413, "pl")
    assert "Za dużo naraz" in response.content.decode()
    assert not Article.objects.exists()


def test_more_fields_than_a_form_can_have_are_refused_in_words(anna, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    response = anna.post("/admin/articles/article/add/", "a=1&b=2&c=3", content_type=FORM)
    assert response.status_code == 413


def test_a_request_without_sense_is_said_to_be_one(anna):
    response = anna.post("/admin/articles/article/autosave/")
    assert response.status_code == 400
    assert "To żądanie nie ma sensu" in response.content.decode()


def test_readers_get_no_page_of_the_desk(client):
    assert "My work" not in client.get("/uk/", headers={"host": "a b"}).content.decode()


def test_a_form_from_before_a_new_sign_in_is_refused_in_words(anna):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = anna.cookies
    response = strict.post("/admin/articles/article/add/", {"headline_pl": "Most"})
    assert (response.status_code, response["Content-Language"]) == (403, "pl")
    assert "Ten formularz jest za stary" in response.content.decode()
