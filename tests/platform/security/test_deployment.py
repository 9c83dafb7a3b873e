"""The settings of production pass Django's checks and ours."""

import os

from tests.platform.commands import manage


def test_nothing_is_left_to_warn_of_under_https(tmp_path):
    done = manage(
        *("check", "--deploy", "--fail-level", "WARNING"),
        folder=tmp_path,
        DJANGO_SETTINGS_MODULE=os.environ["DJANGO_SETTINGS_MODULE"],
        SITE_URL="https://example.org",
        SECRET_KEY="".join(chr(33 + number) for number in range(90)),
    )
    assert done.returncode == 0, done.stderr
