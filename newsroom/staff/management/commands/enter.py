import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...entrance import way_in
from ...models import Person

FIRST = "admin"


class Command(BaseCommand):
    help = (
        "Print an address that lets somebody into the admin once, within 24 hours. It begins with SITE_URL or, "
        "when that is not set, with the address of the last `make run`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", nargs="?", help="Whom to let in. Without it: the first administrator.")

    def handle(self, *, username: str | None, **options: object) -> str:
        person = self._person(username) if username else self._administrator()
        return f"{self._site()}{way_in(person)}"

    def _site(self) -> str:
        """Return the address of the newspaper: SITE_URL or, when nobody gave it, where `make run` last was."""
        kept = settings.DATA_DIR / "address"
        return settings.SITE_URL if "SITE_URL" in os.environ or not kept.exists() else kept.read_text()

    def _person(self, username: str) -> Person:
        person = Person.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody here is called “{username}”.")
        if not (person.is_active and person.is_staff):
            raise CommandError(f"“{username}” may not enter the admin: make them active staff first.")
        return person

    def _administrator(self) -> Person:
        """Return the first administrator; on the first day there is none, so make one without a password."""
        people = Person.objects.filter(is_superuser=True, is_active=True, is_staff=True)
        if found := people.order_by("pk").first():
            return found
        if Person.objects.filter(username=FIRST).exists():
            raise CommandError(f"No administrator is active, and the name “{FIRST}” is taken. Say who: enter USERNAME")
        return Person.objects.create_superuser(FIRST, password=None)
