from argparse import ArgumentParser

from articles.finding.reindexing import forget_rules, reindex
from articles.management.telling import TellingCommand


class Command(TellingCommand):
    help = "Lets search find every published story by today's rules. Readers find stories all the while."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="index anew what is up to date, too")

    def handle(self, *args: str, **options: bool) -> None:
        if options["all"]:
            forget_rules()
        number = reindex(self.report)
        self.say(f"Search is up to date. Stories indexed: {number}.")
