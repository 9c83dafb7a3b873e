"""The newsroom of the example: people without passwords, whose names stand under versions and publications."""

from dataclasses import dataclass

from newsroom.staff.models import ALL_LANGUAGES, Person
from newsroom.staff.roles import RoleName

OLHA, TARAS, MARIA = USERNAMES = ("olha.koval", "taras.verba", "maria.hai")


@dataclass(frozen=True)
class Newsroom:
    olha: Person
    taras: Person
    maria: Person


def newsroom() -> Newsroom:
    """Find or hire Olha, who writes, Taras, who translates, and Maria, who publishes."""
    return Newsroom(
        olha=_hire(OLHA, "Ольга", "Коваль", (RoleName.AUTHOR, ALL_LANGUAGES)),
        taras=_hire(TARAS, "Тарас", "Верба", (RoleName.TRANSLATOR, "en"), (RoleName.TRANSLATOR, "pl")),
        maria=_hire(MARIA, "Марія", "Гай", (RoleName.PUBLISHER, ALL_LANGUAGES)),
    )


def _hire(username: str, first_name: str, last_name: str, *posts: tuple[str, str]) -> Person:
    person = Person.objects.filter(username=username).first()
    if person is None:
        names = {"first_name": first_name, "last_name": last_name}
        person = Person.objects.create_user(username, is_staff=True, **names)
        for name, language in posts:
            person.roles.create(name=name, language=language)
    return person
