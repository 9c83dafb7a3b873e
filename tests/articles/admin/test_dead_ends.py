"""Where somebody may not go, and where there is nothing, the desk says so in their language and leads back."""

import pytest

from tests.builders import an_edition
from tests.people import hire

pytestmark = pytest.mark.django_db


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
