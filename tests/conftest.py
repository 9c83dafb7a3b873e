"""What every test stands on: settings that suit tests, the test data of others, one browser."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test.utils import override_settings

from tests.edge import edge  # noqa: F401
from tests.people import maria, nina, olha, taras  # noqa: F401
from tests.visits import Visit

TESTDATA = Path(os.environ.get("NEWSROOM_TESTDATA") or settings.BASE_DIR.parent / "shared" / "testdata")
# A browser without a window calls itself a crawler's, and to crawlers no language is offered.
READER = {
    "locale": "en-GB",
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
}
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def pytest_terminal_summary(terminalreporter):
    notes = os.environ.get("TEST_NOTES", "").splitlines()
    if notes:
        terminalreporter.section("left out or failed", red=True, bold=True)
        for note in notes:
            terminalreporter.write_line(note, red=True, bold=True)


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """The folder where uploads of this run go."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests(files):
    storages = settings.STORAGES | {
        "originals": settings.STORAGES["originals"] | {"OPTIONS": {"location": files / "originals", "base_url": None}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        DATA_DIR=files,
        MEDIA_ROOT=files / "media",
        PAGECACHE_COUNTER=files / "pagecache-counter",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=storages,
        TASKS={"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},
    ):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Put SQLite's test database into a file, as in life: one in memory can't serve a browser's parallel requests."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "newspaper.sqlite3")
        database["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"


@pytest.fixture(scope="session")
def testdata():
    """The folder of real inputs that others wrote."""
    if not TESTDATA.is_dir():
        pytest.skip(f"NO TEST DATA: {TESTDATA} is not there; point NEWSROOM_TESTDATA to it.")
    return TESTDATA


@pytest.fixture(scope="session")
def chromium():
    executable = shutil.which("chromium")
    if not executable:
        pytest.skip("NO BROWSER: there is no chromium. apt install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with pytest.MonkeyPatch.context() as patch, playwright.sync_playwright() as driver:
        # Playwright keeps an event loop in this thread, and Django would refuse the database beside one.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = driver.chromium.launch(executable_path=executable, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium, live_server):
    """A reader's fresh browser: no cookies, English, addresses relative to the test's server."""
    context = chromium.new_context(base_url=live_server.url, **READER)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def plain_page(chromium, live_server):
    """A page of a reader's browser that runs no scripts."""
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, **READER)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(context, live_server):
    """A page whose visit fails the test when it wrote an error to the console or left our host."""
    page = context.new_page()
    visit = Visit(page, live_server.url)
    yield page
    assert not visit.complaints
