from argparse import ArgumentParser
from urllib.parse import unquote, urlsplit

from django.core.management.base import BaseCommand, CommandError

from ...purging import purge, purge_everything
from ...tags import LONGEST, at_address

TO_WHOM = (
    "Said to every server process: those of this machine know it at once, those of others within a quarter of a second."
)
EVERYTHING = "All pages are dropped. Each is made anew for its next reader, which costs as much as a first reading."


class Command(BaseCommand):
    help = (
        "Tells every server process to drop pages it keeps, for when rows were changed past the newspaper itself, "
        "by SQL. Without arguments: all of them. Readers notice nothing but that what they read is true."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--tag",
            action="append",
            default=[],
            help="drop the pages that show this, like speaker:7:name:uk; may be given more than once",
        )
        parser.add_argument(
            "--address",
            action="append",
            default=[],
            help="drop the page at this address, like /uk/misto/, with all its parameters; may be given more than once",
        )

    def handle(self, *, tag: list[str], address: list[str], **options: object) -> None:
        changes = [*map(tag_in, tag), *map(at_address, map(path_in, address))]
        if not changes:
            self.stdout.write(EVERYTHING)
            purge_everything()
        for text in tag:
            self.stdout.write(f"Every page that shows {text} is dropped, if there is one.")
        for text in address:
            self.stdout.write(f"The page at {path_in(text)} is dropped, if it is kept.")
        purge(*changes)
        self.stdout.write(TO_WHOM)


def tag_in(text: str) -> str:
    if not text or len(text) > LONGEST:
        raise CommandError(f"“{text}” is no tag: it has 1 to {LONGEST} letters. Write it like speaker:7:name:uk.")
    return text


def path_in(text: str) -> str:
    """Return the path of an address, as it is or as readers see it."""
    path = unquote(urlsplit(text).path)
    if not path.startswith("/"):
        raise CommandError(f"“{text}” is no address of this site. Write it like /uk/misto/, with the first slash.")
    return path
