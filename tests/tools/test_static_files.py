"""Static files are collected when something has changed, and never served stale."""

import os

import pytest

from tools import static_files


@pytest.fixture
def sheet(tmp_path, settings):
    """A newspaper's one style sheet."""
    file = tmp_path / "written" / "page.css"
    file.parent.mkdir()
    file.write_text("p { color: red }")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [file.parent]
    settings.STATIC_ROOT = tmp_path / "collected"
    return file


@pytest.fixture
def collects(monkeypatch):
    """Tell whether a start collects."""
    done, collectstatic = [], static_files.call_command
    monkeypatch.setattr(
        static_files, "call_command", lambda *args, **how: (done.append(1), collectstatic(*args, **how))
    )

    def start():
        done.clear()
        static_files.collect()
        return bool(done)

    return start


def test_they_are_collected_once(sheet, collects, settings):
    assert collects()
    assert (settings.STATIC_ROOT / "page.css").read_text() == sheet.read_text()
    assert not collects()


def test_a_changed_file_is_collected(sheet, collects, settings):
    collects()
    sheet.write_text("p { color: blue }")
    assert collects()
    assert (settings.STATIC_ROOT / "page.css").read_text() == "p { color: blue }"
    assert not collects()


def test_a_new_file_is_collected_however_old_it_is(sheet, collects, settings):
    collects()
    older = sheet.with_name("older.css")
    older.write_text("q {}")
    os.utime(older, (0, 0))
    assert collects()
    assert (settings.STATIC_ROOT / "older.css").exists()


def test_a_collected_file_that_is_lost_is_collected_again(sheet, collects, settings):
    collects()
    (settings.STATIC_ROOT / "page.css").unlink()
    assert collects()
    assert (settings.STATIC_ROOT / "page.css").exists()


def test_another_version_of_a_package_collects_again(sheet, collects, monkeypatch):
    collects()
    monkeypatch.setattr(static_files, "distributions", lambda: [])
    assert collects()


def test_a_run_that_was_cut_short_is_taken_up_again(sheet, collects, monkeypatch, settings):
    collects()
    sheet.write_text("p { color: blue }")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(static_files, "call_command", interrupted)
        static_files.collect()
    assert collects()


def interrupted(*_command, **_options):
    raise KeyboardInterrupt
