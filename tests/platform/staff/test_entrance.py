"""The way in without a password: a link that works once, for a day."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client

from newsroom.staff import entrance

pytestmark = pytest.mark.django_db


def link(*arguments):
    out = StringIO()
    call_command("enter", *arguments, stdout=out)
    return out.getvalue()


def path(*arguments, site="http://localhost:8000"):
    return link(*arguments).strip().removeprefix(site)


def is_in(client):
    return client.get("/admin/").status_code == 200


@pytest.fixture
def make_run(settings, tmp_path, monkeypatch):
    """Do as `make run` did on another port than usual."""
    monkeypatch.delenv("SITE_URL", raising=False)
    settings.DATA_DIR = tmp_path
    (tmp_path / "address").write_text("http://localhost:8141")


@pytest.fixture
def later(monkeypatch):
    """Let time pass for the tokens."""

    def wait(**time):
        then = datetime.now() + timedelta(**time)
        monkeypatch.setattr(entrance.tokens, "_now", lambda: then)

    return wait


def test_the_command_prints_one_address_and_nothing_else(settings):
    settings.SITE_URL = "https://dash.example"
    lines = link().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("https://dash.example/admin/enter/")


def test_without_a_site_url_the_address_is_that_of_the_last_make_run(make_run):
    assert link().startswith("http://localhost:8141/admin/enter/")


def test_a_site_url_is_believed_before_the_last_make_run(make_run, settings, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://dash.example")
    settings.SITE_URL = "https://dash.example"
    assert link().startswith("https://dash.example/admin/enter/")


def test_the_first_administrator_is_made_once_and_has_no_password():
    link()
    link()
    admin = get_user_model().objects.get()
    assert (admin.username, admin.is_superuser, admin.has_usable_password()) == ("admin", True, False)


def test_an_administrator_who_is_there_already_gets_the_link(maria):
    maria.is_superuser = True
    maria.save()
    client = Client()
    client.post(path())
    assert client.session["_auth_user_id"] == str(maria.pk)


def test_a_link_lets_in_the_person_it_was_made_for(olha):
    client = Client()
    response = client.post(path("olha"))
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert client.session["_auth_user_id"] == str(olha.pk)


def test_a_link_works_once(olha):
    address = path("olha")
    assert Client().post(address).status_code == 302
    second = Client()
    response = second.post(address)
    assert response.status_code == 410
    assert "<code>.venv/bin/python manage.py enter</code>" in response.text
    assert not is_in(second)


def test_opening_a_link_does_not_use_it_up(olha):
    address = path("olha")
    assert Client().get(address).status_code == 200
    assert Client().post(address).status_code == 302


def test_a_sign_in_makes_every_earlier_link_useless(olha):
    first, second = path("olha"), path("olha")
    Client().post(first)
    assert Client().post(second).status_code == 410


@pytest.mark.parametrize(("time", "status"), [({"hours": 23}, 302), ({"hours": 25}, 410)])
def test_a_link_lasts_a_day(olha, later, time, status):
    address = path("olha")
    later(**time)
    assert Client().post(address).status_code == status


def test_who_no_longer_works_here_is_not_let_in(olha):
    address = path("olha")
    get_user_model().objects.update(is_active=False)
    assert Client().post(address).status_code == 410


@pytest.mark.parametrize("made_up", ["/admin/enter/MQ/abc-def/", "/admin/enter/%00/x/", "/admin/enter/zzz/x-y-z/"])
def test_a_made_up_link_is_answered_like_a_used_one(made_up, olha):
    assert Client().get(made_up).status_code == 410


def test_one_person_s_token_does_not_open_another_s_door(olha, maria):
    uid, token = path("olha").split("/")[3:5]
    other = path("maria").split("/")[3]
    assert uid != other
    assert Client().post(f"/admin/enter/{other}/{token}/").status_code == 410


def test_a_link_is_kept_by_no_cache(olha):
    assert "no-store" in Client().get(path("olha"))["Cache-Control"]


def test_a_name_nobody_has_is_named():
    with pytest.raises(CommandError, match="bohdan"):
        link("bohdan")


def test_somebody_who_may_not_enter_gets_no_link(olha):
    get_user_model().objects.update(is_staff=False)
    with pytest.raises(CommandError, match="olha"):
        link("olha")
