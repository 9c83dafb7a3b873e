"""`make messages`: collect the interface's sentences for the translators and compile what they wrote."""

import os
import subprocess
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import get_language_info, to_locale

ELSEWHERE = [".venv", "var", "static-root", "tests"]
PLACES = [Path("articles/locale"), *sorted(Path("newsroom").glob("*/locale"))]
FORMALITIES = ("#", '"PO-Revision-Date', '"Last-Translator')
BORROWED = Path("newsroom/editorial/borrowed")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    names = {to_locale(code): get_language_info(code)["name"] for code, _name in settings.LANGUAGES if code != "en"}
    call_command("makemessages", locale=[*names], ignore_patterns=ELSEWHERE, no_obsolete=True, add_location="file")
    for locale, name in names.items():
        for place in PLACES:
            fill_in_header(catalogue(place, locale), locale, name)
        for domain in ("django", "djangojs"):
            borrow(locale, name, domain)
    call_command("compilemessages", ignore_patterns=ELSEWHERE)


def catalogue(place: Path, locale: str, domain: str = "django") -> Path:
    return place / locale / "LC_MESSAGES" / f"{domain}.po"


def fill_in_header(file: Path, locale: str, name: str) -> None:
    """Give a new catalogue its language, in place of a form to fill in that is marked as a guess."""
    text = file.read_text()
    if not text.startswith("# SOME DESCRIPTIVE TITLE"):
        return
    header, _gap, sentences = text.partition("\n\n")
    for form, fact in {
        "PACKAGE VERSION": "Newsroom",
        "LANGUAGE <LL@li.org>": name,
        '"Language: ': f'"Language: {locale}',
    }.items():
        header = header.replace(form, fact)
    kept = [line for line in header.splitlines() if not line.startswith(FORMALITIES)]
    file.write_text("\n".join([f"# {name} words of the newsroom.", *kept, "", sentences]))


def borrow(locale: str, name: str, domain: str) -> None:
    """Start the catalogue of what libraries say: all that other languages needed, as the libraries have it in ours."""
    file = catalogue(BORROWED, locale, domain)
    if file.exists():
        return
    needed = run("msgcat", "--use-first", *sorted(BORROWED.glob(f"*/LC_MESSAGES/{domain}.po")))
    folders = [Path(django.__file__).parent / "conf", *(Path(app.path) for app in apps.get_app_configs())]
    known = [catalogue(folder / "locale", locale, domain) for folder in folders]
    said = [f"--compendium={each}" for each in known if each.exists()]
    ours = catalogue(PLACES[0], locale)  # for its header
    merged = run("msgmerge", "--quiet", "--no-fuzzy-matching", *said, ours, "-", given=needed)
    text = run("msgattrib", "--no-obsolete", "--clear-fuzzy", "--empty", given=merged)
    title = f"# Sentences of the libraries behind the desk that they lack in {name}, or say wrongly.\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(title + text.partition("\n")[2])


def run(*command: str | Path, given: str = "") -> str:
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    main()
