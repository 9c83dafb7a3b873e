from django.core.management.base import BaseCommand


class TellingCommand(BaseCommand):
    """A command that says what it does, unless it is asked to be silent."""

    def execute(self, *args: str, **options: object) -> str | None:
        self.verbosity = options["verbosity"]
        return super().execute(*args, **options)

    def report(self, title: str, done: int, of: int) -> None:
        """Draw one line that moves; where lines can't move, write it once at the end."""
        if self.verbosity and (done == of or self.stdout.isatty()):
            self.stdout.write(f"{title}: {done} of {of}", ending="\n" if done == of else "\r")

    def say(self, sentence: str) -> None:
        if self.verbosity:
            self.stdout.write(sentence)
