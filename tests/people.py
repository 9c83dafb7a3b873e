"""The cast: Olha writes, Taras translates, Maria edits and publishes, Nina reads."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

PASSWORD = "kept under the type case"


def hire(username, first_name, desk_language, *posts):
    """Return a person of the newsroom who holds posts: pairs of a role's name and a language, "" being all."""
    person = get_user_model().objects.create_user(
        username, password=PASSWORD, first_name=first_name, language=desk_language, is_staff=True
    )
    for name, language in posts:
        person.roles.create(name=name, language=language)
    return person


@pytest.fixture
def olha(db):
    return hire("olha", "Ольга", "uk", ("author", "uk"))


@pytest.fixture
def taras(db):
    return hire("taras", "Тарас", "uk", ("translator", "en"), ("translator", "pl"))


@pytest.fixture
def maria(db):
    return hire("maria", "Maria", "en", ("publisher", ""))


@pytest.fixture
def nina():
    """A reader's browser, without scripts or cookies."""
    return Client()
