"""`make messages` begins the catalogues of a new language, so that only translating is left to do."""

import os
import shutil
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

PARTS = ("articles", "newsroom", "templates", "tools", "manage.py")
needs_gettext = pytest.mark.skipif(not shutil.which("msgmerge"), reason="NO GETTEXT: apt install gettext")


def collect(folder):
    names = {"NEWSPAPER_NAMES": "uk=Тире;en=The Dash;pl=Myślnik;de=Strich", "NEWSROOM_DATA": str(folder / "var")}
    command = [sys.executable, "-m", "tools.messages"]
    done = subprocess.run(command, cwd=folder, env=os.environ | names, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def newspaper(tmp_path_factory):
    """A copy of the newspaper to which somebody added German."""
    folder = tmp_path_factory.mktemp("newspaper")
    for part in PARTS:
        source = settings.BASE_DIR / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part)
    file = folder / "newsroom" / "settings.py"
    file.write_text(file.read_text().replace('("pl", _("Polish"))', '("pl", _("Polish")), ("de", _("German"))'))
    collect(folder)
    return folder


def catalogues(newspaper, language):
    return {str(file.relative_to(newspaper)): file for file in newspaper.rglob(f"{language}/LC_MESSAGES/*.po")}


def read(file):
    with file.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


@needs_gettext
def test_every_catalogue_is_there_and_compiled(newspaper):
    wanted = {name.replace("/uk/", "/de/") for name in catalogues(newspaper, "uk")}
    found = catalogues(newspaper, "de")
    assert wanted == set(found)
    assert all(file.with_suffix(".mo").exists() for file in found.values())


@needs_gettext
def test_nothing_in_a_new_catalogue_is_marked_as_a_guess(newspaper):
    for file in catalogues(newspaper, "de").values():
        catalogue = read(file)
        assert (catalogue.fuzzy, str(catalogue.locale), catalogue.num_plurals) == (False, "de", 2)
        assert not any(message.fuzzy for message in catalogue)


@needs_gettext
def test_what_libraries_say_in_the_new_language_is_filled_in(newspaper):
    borrowed = read(newspaper / "newsroom/editorial/borrowed/de/LC_MESSAGES/django.po")
    assert borrowed.get("No regions available.").string == "Keine Regionen verfügbar."


@needs_gettext
def test_the_other_languages_are_asked_for_its_name(newspaper):
    for language in ("uk", "pl"):
        assert read(newspaper / f"articles/locale/{language}/LC_MESSAGES/django.po").get("German").string == ""


@needs_gettext
def test_a_second_run_changes_nothing_that_was_translated(newspaper):
    file = newspaper / "newsroom/editorial/borrowed/de/LC_MESSAGES/django.po"
    file.write_text(file.read_text().replace("Keine Regionen verfügbar.", "Keine Teile."))
    before = file.read_text()
    collect(newspaper)
    assert file.read_text() == before
