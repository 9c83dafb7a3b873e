"""The platform stands without the newspaper."""

import pytest

from tests.platform.commands import manage

COMMANDS = [("check",), ("makemigrations", "--check", "--dry-run"), ("migrate", "--verbosity=0")]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_platform_boots_checks_and_migrates_without_articles(tmp_path, command):
    done = manage(*command, folder=tmp_path, DJANGO_SETTINGS_MODULE="tests.platform.settings")
    assert done.returncode == 0, done.stdout + done.stderr
