"""`make test` runs all that this machine can, and says what it can't."""

from tools.suite import plan

ALONE = "the platform without the newspaper"


def test_with_everything_there_all_run_and_the_browser_comes_last():
    runs, notes = plan("postgres://newsroom@localhost/news", "/usr/bin/chromium", "/usr/sbin/varnishd")
    assert [run.title for run in runs] == [ALONE, "SQLite", "PostgreSQL", "real servers", "Chromium and SQLite"]
    assert [run.database for run in runs] == ["", "", "postgres://newsroom@localhost/news", "", ""]
    assert notes == []


def test_what_is_missing_is_said_with_the_way_to_get_it():
    runs, notes = plan(None, None, None)
    assert [run.title for run in runs] == [ALONE, "SQLite", "real servers"]
    missing = ["NOT RUN on PostgreSQL", "NOT RUN in a browser", "NOT RUN behind Varnish"]
    assert [note.split(":")[0] for note in notes] == missing
    assert all("apt install" in note for note in notes)
