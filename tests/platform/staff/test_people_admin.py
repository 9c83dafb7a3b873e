"""People are hired in the admin; their roles say what they may do."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.people import hire

ROLES = {"roles-TOTAL_FORMS": "1", "roles-INITIAL_FORMS": "0", "roles-0-name": "", "roles-0-language": ""}
BOHDAN = {"username": "bohdan", "first_name": "Богдан", "last_name": "", "email": "", "language": "uk"}
NO_PASSWORD = {"usable_password": "false", "password1": "", "password2": ""}


@pytest.fixture
def chief(db):
    return hire("iryna", "Ірина", "en", ("admin", ""))


@pytest.fixture
def office(client, chief):
    client.force_login(chief)
    return client


def people():
    return get_user_model().objects


def test_whoever_is_hired_may_enter_the_desk(office):
    response = office.post("/admin/staff/person/add/", BOHDAN | NO_PASSWORD | ROLES | {"roles-0-name": "author"})
    assert response.status_code == 302, response.context["errors"]
    bohdan = people().get(username="bohdan")
    assert bohdan.is_staff
    assert bohdan.may("write")
    assert not bohdan.may("publish")


def test_the_same_role_twice_is_refused_in_words(office, chief):
    data = BOHDAN | NO_PASSWORD | ROLES
    data |= {"roles-TOTAL_FORMS": "2", "roles-0-name": "author", "roles-1-name": "author", "roles-1-language": ""}
    response = office.post("/admin/staff/person/add/", data)
    assert response.status_code == 200
    assert not people().filter(username="bohdan").exists()


def test_an_author_sees_no_people(client, olha):
    client.force_login(olha)
    assert client.get("/admin/staff/person/").status_code == 403
    assert "/admin/staff/person/" not in client.get("/admin/").text


def test_an_administrator_makes_nobody_mightier_than_themselves(office, olha):
    data = BOHDAN | ROLES | {"username": "olha", "is_active": "on", "is_superuser": "on"}
    assert office.post(f"/admin/staff/person/{olha.pk}/change/", data).status_code == 302
    olha.refresh_from_db()
    assert not olha.is_superuser


def test_an_administrator_touches_no_superuser(office):
    root = people().create_superuser("root")
    assert office.post(f"/admin/staff/person/{root.pk}/change/", BOHDAN | ROLES).status_code == 403
    assert office.post(f"/admin/staff/person/{root.pk}/delete/", {"post": "yes"}).status_code == 403
    assert office.get(f"/admin/staff/person/{root.pk}/password/").status_code == 403
    root.refresh_from_db()
    assert root.username == "root"


def test_nobody_deletes_themselves(office, chief):
    assert office.post(f"/admin/staff/person/{chief.pk}/delete/", {"post": "yes"}).status_code == 403
    assert people().filter(pk=chief.pk).exists()


def test_whoever_has_come_in_is_not_deleted(office, olha):
    Client().force_login(olha)
    assert office.post(f"/admin/staff/person/{olha.pk}/delete/", {"post": "yes"}).status_code == 403
    assert people().filter(pk=olha.pk).exists()


def test_whoever_was_hired_by_mistake_and_never_came_in_is_deleted(office, olha):
    assert office.post(f"/admin/staff/person/{olha.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not people().filter(pk=olha.pk).exists()


def test_a_person_s_form_shuts_no_account(office, olha):
    address = f"/admin/staff/person/{olha.pk}/change/"
    assert "is let go by “Leaves the newsroom…”" in office.get(address).text
    assert office.post(address, BOHDAN | ROLES | {"username": "olha", "last_name": "Коваль"}).status_code == 302
    olha.refresh_from_db()
    assert (olha.last_name, olha.is_active) == ("Коваль", True)


def test_but_it_opens_one_again(office, olha):
    people().filter(pk=olha.pk).update(is_active=False)
    address, data = f"/admin/staff/person/{olha.pk}/change/", BOHDAN | ROLES | {"username": "olha"}
    office.post(address, data)
    assert not people().get(pk=olha.pk).is_active
    office.post(address, data | {"is_active": "on"})
    assert people().get(pk=olha.pk).is_active


def test_groups_are_not_offered_because_roles_decide(office):
    assert office.get("/admin/auth/group/").status_code == 404


def test_someone_who_was_shut_out_cannot_stay(client, olha):
    client.force_login(olha)
    assert client.get("/admin/").status_code == 200
    people().filter(pk=olha.pk).update(is_active=False)
    assert client.get("/admin/").status_code == 302


def test_the_roles_in_a_table_say_which_column_they_stand_in(office):
    page = office.get("/admin/staff/person/add/").text
    for name, label in (("name", "Role"), ("language", "Language")):
        assert f'aria-label="{label}"' in page[page.index(f'name="roles-0-{name}"') :].partition(">")[0]
