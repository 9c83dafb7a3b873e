"""Settings that make no sense stop the start with a sentence that names the variable."""

import pytest

from tests.platform.commands import manage

HTTPS = {"SITE_URL": "https://example.org", "SECRET_KEY": "x" * 60}
NONSENSE = [
    ("SITE_URL", {"SITE_URL": "example.org"}),
    ("SITE_URL", {"SITE_URL": "https://"}),
    ("SITE_URL", {"SITE_URL": "ftp://example.org"}),
    ("SITE_URL", {"SITE_URL": "http://example.org/paper"}),
    ("DATABASE_URL", {"DATABASE_URL": "mysql://localhost/news"}),
    ("DATABASE_URL", {"DATABASE_URL": "news.sqlite3"}),
    ("SECRET_KEY", {"SITE_URL": "https://example.org", "SECRET_KEY": ""}),
    ("NEWSPAPER_NAMES", {"NEWSPAPER_NAMES": "uk=Тире;en=The Dash"}),
    ("NEWSPAPER_NAMES", {"NEWSPAPER_NAMES": "uk=Тире;en=;pl=Myślnik"}),
    ("DEBUG", HTTPS | {"DEBUG": "true"}),
    ("DEBUG", {"DEBUG": "perhaps"}),
    ("PROMPT_STRICT", {"PROMPT_STRICT": "sometimes"}),
    ("CONSENT_MODE", {"CONSENT_MODE": "sometimes"}),
    ("CONSENT_ANALYTICS_EXEMPT", {"CONSENT_ANALYTICS_EXEMPT": "mostly"}),
]


@pytest.mark.parametrize(("name", "environment"), NONSENSE, ids=lambda value: str(value)[:60])
def test_nonsense_is_refused_by_name(tmp_path, name, environment):
    done = manage("check", folder=tmp_path, DJANGO_SETTINGS_MODULE="tests.platform.settings", **environment)
    assert done.returncode != 0
    assert name in done.stderr.strip().splitlines()[-1] + done.stderr.partition("ERRORS:")[2]
