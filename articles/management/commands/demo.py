from argparse import ArgumentParser

from articles.demo.build import build
from articles.demo.removal import remove
from articles.management.telling import TellingCommand
from articles.models import Article
from newsroom.staff.models import Person


class Command(TellingCommand):
    help = "Builds the example newspaper; what is already there stays as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        group = parser.add_mutually_exclusive_group()
        group.add_argument(
            "--if-empty",
            action="store_true",
            help="build it only in a database with no story and nobody in it: whoever emptied a paper wants it empty",
        )
        group.add_argument("--remove", action="store_true", help="take the example away; your own stories stay")

    def handle(self, *args: str, **options: bool) -> None:
        if options["remove"]:
            return self.remove()
        # Somebody without a story has emptied the paper, and wants it empty at the next start too.
        if options["if_empty"] and (Article.objects.exists() or Person.objects.exists()):
            return self.say("Kept as it is: this newspaper has stories or people already.")
        made = build(self.report)
        self.say(
            f"The example newspaper is ready. Stories written: {made}."
            if made
            else "The example newspaper is here already: nothing was changed."
        )

    def remove(self) -> None:
        gone, stay, people = remove()
        self.say(f"The example newspaper is gone. Stories removed: {gone}.")
        if stay:
            self.say(f"Your own stories use these, so they stay: {', '.join(stay)}.")
        if people:
            self.say(f"Your newspaper still names these people, or has no others, so they stay: {', '.join(people)}.")
