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
    ("DATABASE_URL", {"DATABASE_URL": "postgres://olha:hidden@localhost:port/news"}),
    ("SECRET_KEY", {"SITE_URL": "https://example.org", "SECRET_KEY": ""}),
    ("NEWSPAPER_NAMES", {"NEWSPAPER_NAMES": "uk=Тире;en=The Dash"}),
    ("NEWSPAPER_NAMES", {"NEWSPAPER_NAMES": "uk=Тире;en=;pl=Myślnik"}),
    ("DEBUG", HTTPS | {"DEBUG": "true"}),
    ("DEBUG", {"DEBUG": "perhaps"}),
    ("PROMPT_STRICT", {"PROMPT_STRICT": "sometimes"}),
    ("CONSENT_MODE", {"CONSENT_MODE": "sometimes"}),
    ("CONSENT_ANALYTICS_EXEMPT", {"CONSENT_ANALYTICS_EXEMPT": "mostly"}),
    ("BEHIND_PROXY", {"BEHIND_PROXY": "nginx"}),
    ("TIME_ZONE", {"TIME_ZONE": "Europe/Nowhere"}),
    ("TIME_ZONE", {"TIME_ZONE": "Europe"}),
    ("TIME_ZONE", {"TIME_ZONE": "../../etc/passwd"}),
    ("LOG_LEVEL", {"LOG_LEVEL": "loud"}),
    ("EMAIL_URL", {"EMAIL_URL": "mail.example"}),
    ("EMAIL_URL", {"EMAIL_URL": "imap://me:hidden@mail.example"}),
    ("EMAIL_URL", {"EMAIL_URL": "smtp://"}),
    ("EMAIL_URL", {"EMAIL_URL": "smtp://me:hidden@mail.example:port"}),
    ("EMAIL_URL", {"EMAIL_URL": "smtp://me:hidden@mail.example:99999"}),
    ("SHARED_CACHE", {"SHARED_CACHE": "squid"}),
    ("SHARED_CACHE_ADDRESSES", {"SHARED_CACHE": "varnish"}),
    ("SHARED_CACHE_ADDRESSES", {"SHARED_CACHE": "varnish", "SHARED_CACHE_ADDRESSES": "http://a.example,10.0.0.2:6081"}),
    ("SHARED_CACHE_ADDRESSES", {"SHARED_CACHE": "varnish", "SHARED_CACHE_ADDRESSES": "http://me:hidden@10.0.0.2"}),
    ("SHARED_CACHE_ADDRESSES", {"SHARED_CACHE": "urls", "SHARED_CACHE_ADDRESSES": "http://a.example,http://b.example"}),
    ("SHARED_CACHE_METHOD", {"SHARED_CACHE_METHOD": "DELETE"}),
    ("SHARED_CACHE_ZONE", {"SHARED_CACHE": "cloudflare", "SHARED_CACHE_TOKEN": "hidden"}),
    ("SHARED_CACHE_TOKEN", {"SHARED_CACHE": "cloudflare", "SHARED_CACHE_ZONE": "z"}),
]
CHOICES = [
    ("DEBUG", "perhaps", "Write true or false."),
    ("LOG_LEVEL", "loud", "Choose one of: DEBUG, INFO, WARNING, ERROR, CRITICAL."),
    ("CONSENT_MODE", "sometimes", "Choose one of: off, notice, consent, or leave it empty."),
    ("SHARED_CACHE", "squid", "Choose one of: varnish, cloudflare, urls, or leave it empty."),
    ("SHARED_CACHE", "urls", "needs SHARED_CACHE_ADDRESSES too; see docs/caches.md."),
    ("SHARED_CACHE_ADDRESSES", "10.0.0.2", "Write it like http://10.0.0.2:6081."),
    ("TIME_ZONE", "Kyiv", "like Europe/Kyiv."),
    ("EMAIL_URL", "smtps://me:hidden@mail.example", "or console: to have letters printed."),
    ("DATABASE_URL", "mysql://olha:hidden@localhost/news", "or sqlite:////folder/file.sqlite3."),
]


def check(folder, **environment):
    return manage("check", folder=folder, DJANGO_SETTINGS_MODULE="tests.platform.settings", **environment)


@pytest.mark.parametrize(("name", "environment"), NONSENSE, ids=lambda value: str(value)[:60])
def test_nonsense_is_refused_by_name_in_one_sentence(tmp_path, name, environment):
    done = check(tmp_path, **environment)
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert name in sentence
    assert "hidden" not in sentence


@pytest.mark.parametrize(("name", "nonsense", "way_out"), CHOICES)
def test_a_refusal_says_what_to_write_instead(tmp_path, name, nonsense, way_out):
    assert check(tmp_path, **{name: nonsense}).stderr.endswith(f"{way_out}\n")


def test_a_folder_that_is_a_file_is_named_with_the_mend(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear editors")
    done = check(file)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{file} can’t be used: file exists. "
        "Point NEWSROOM_DATA, STATIC_ROOT or DATABASE_URL to a folder you may write to."
    ]


@pytest.mark.parametrize("level", ["debug", "INFO"])
def test_a_level_of_the_log_is_known_in_small_letters_too(tmp_path, level):
    assert check(tmp_path, LOG_LEVEL=level).returncode == 0
