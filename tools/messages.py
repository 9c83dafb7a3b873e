"""`make messages`: collect the interface's sentences for the translators and compile what they wrote."""

import os

import django
from django.conf import settings
from django.core.management import call_command

ELSEWHERE = [".venv", "var", "static-root", "tests"]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    languages = [code for code, _name in settings.LANGUAGES if code != "en"]
    call_command("makemessages", locale=languages, ignore_patterns=ELSEWHERE, no_obsolete=True, add_location="file")
    call_command("compilemessages", ignore_patterns=ELSEWHERE)


if __name__ == "__main__":
    main()
