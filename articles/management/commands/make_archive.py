from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import CommandError

from articles.archive.build import build, has_other_stories
from articles.management.telling import TellingCommand

REFUSAL = (
    "This newspaper has stories of its own, and an archive can’t be taken out again. Make it in a database that "
    "has none: name another one in DATABASE_URL, or another folder in NEWSROOM_DATA, and run migrate there first."
)


def number_of_stories(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise ArgumentTypeError(f"“{text}” is no number of stories. Write a whole number, like 1000.")
    return int(text)


class Command(TellingCommand):
    help = "Makes a big archive of invented stories to measure with; each time so many more."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--articles", type=number_of_stories, required=True, help="how many stories to add")

    def handle(self, *args: str, **options: int) -> None:
        if has_other_stories():
            raise CommandError(REFUSAL)
        build(options["articles"], self.report)
        self.say(f"The archive is ready. Stories added: {options['articles']}.")
