"""One command starts the newspaper, says in a sentence what stops it, and ends all that it started."""

import http.client
import os
import socket
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from newsroom.readers.models import RegistryEntry
from tools import prepare, run


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind((run.HOST, 0))
        return probe.getsockname()[1]


@pytest.fixture
def environment(tmp_path, port):
    own = {"NEWSROOM_DATA": tmp_path / "data", "STATIC_ROOT": tmp_path / "static", "DATABASE_URL": "", "PORT": port}
    return os.environ | {name: str(value) for name, value in own.items()}


def start(module, environment):
    return subprocess.Popen(
        [sys.executable, "-m", module], cwd=settings.BASE_DIR, env=environment, stdout=PIPE, stderr=PIPE, text=True
    )


def children(pid):
    """Return the processes that a process started, and those that they started."""
    ours = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return ours + [grandchild for child in ours for grandchild in children(child)]


def answer(port, address):
    site = http.client.HTTPConnection("localhost", port, timeout=30)
    site.request("GET", address)
    return site.getresponse().status


@pytest.mark.parametrize("text", ["", "abc", "0", "65536", "-1", "80 80"])
def test_nonsense_is_no_port(text):
    with pytest.raises(SystemExit, match="is not a port"):
        run.free_port(text)


def test_a_taken_port_is_said_with_the_way_out(port):
    with socket.create_server((run.HOST, port)), pytest.raises(SystemExit, match=f"make run PORT={port + 1}"):
        run.free_port(str(port))


def test_a_free_port_is_taken(port):
    assert run.free_port(str(port)) == port


def test_a_postgresql_that_is_not_there_is_said_with_the_mend_and_without_the_password(port, monkeypatch):
    monkeypatch.setattr(prepare, "SECONDS_TO_WAIT", 0)
    with pytest.raises(ImproperlyConfigured) as said:
        prepare.wait_for_postgresql(f"postgres://olha:hidden@{run.HOST}:{port}/tyre")
    assert "Connection refused" in str(said.value)
    assert "createdb tyre" in str(said.value)
    assert "hidden" not in str(said.value)


def test_a_file_that_is_no_database_stops_the_start_in_one_sentence(environment, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear editors, " * 100)
    environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'letter.txt'}"
    process = start("tools.prepare", environment)
    _said, complaint = process.communicate(timeout=60)
    assert process.returncode == 1
    assert complaint.startswith("The newspaper can’t start.")
    assert "correct DATABASE_URL" in complaint
    assert "Traceback" not in complaint


@pytest.mark.django_db
def test_a_consent_mode_that_asks_nobody_stops_the_start_while_something_needs_consent(settings):
    prepare.check()
    RegistryEntry.objects.create(name="films", category="embeds", provider="Kino")
    settings.CONSENT_MODE = "off"
    with pytest.raises(ImproperlyConfigured, match=r"CONSENT_MODE=off asks nobody.*films.*Unset CONSENT_MODE"):
        prepare.check()


def test_the_address_is_kept_for_commands_that_are_not_told_it(settings, tmp_path):
    settings.DATA_DIR, settings.SITE_URL = tmp_path / "new", "http://localhost:8141"
    prepare.keep_address()
    assert (tmp_path / "new" / "address").read_text() == "http://localhost:8141"


@pytest.mark.once
def test_one_command_shows_the_newspaper_and_its_end_leaves_nothing_running(environment, port):
    process = start("tools.run", environment)
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if line.startswith("Ctrl+C"):
                break
        assert f"http://localhost:{port}" in "".join(said), process.stderr.read()
        assert [answer(port, f"/{language}/") for language in ("uk", "en", "pl")] == [200, 200, 200]
        family = children(process.pid)
        assert len(family) >= 2
    finally:
        process.terminate()
        process.wait(30)
    assert process.returncode == 0
    assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []
