"""Make the database, the static files and the example newspaper ready; a problem ends in one sentence."""

import sys
import time
from urllib.parse import urlsplit

import django
import psycopg
from django.conf import settings
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from environs import EnvError

from tools.problems import in_words
from tools.static_files import collect

SECONDS_TO_WAIT = 10


def main() -> None:
    try:
        django.setup()
        find_database()
        print("Tables", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
        print("Static files", flush=True)
        collect()
        print("Example newspaper", flush=True)
        call_command("demo", if_empty=True)  # takes half a minute, so it reports
        call_command("reindex")  # what came before there was search, or was indexed by other rules
        check()
        keep_address()
    except (ImproperlyConfigured, EnvError, CommandError, DatabaseError, OSError) as problem:
        sys.exit(f"The newspaper can’t start. {in_words(problem)}")


def find_database() -> None:
    """Raise ImproperlyConfigured with the mend when the database is not there."""
    if connection.vendor == "postgresql":
        print(f"Database: PostgreSQL at {without_password(settings.DATABASE_URL)}", flush=True)
        return wait_for_postgresql(settings.DATABASE_URL)
    print(f"Database: SQLite in {connection.settings_dict['NAME']}", flush=True)
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        raise ImproperlyConfigured(
            f"{connection.settings_dict['NAME']} can’t be used as a SQLite database ({problem}). "
            "Point NEWSROOM_DATA to a folder you may write to, or correct DATABASE_URL."
        ) from problem


def wait_for_postgresql(address: str) -> None:
    # Without the pool, which would hide the server's reason behind its own time limit.
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        try:
            return psycopg.connect(address, connect_timeout=5).close()
        except psycopg.OperationalError as problem:
            if time.monotonic() > deadline:
                raise ImproperlyConfigured(postgresql_mend(address, problem)) from problem
        time.sleep(1)


def postgresql_mend(address: str, problem: psycopg.OperationalError) -> str:
    # “connection to server at "host", port 5432 failed: Connection refused” and a line of advice we give better.
    reason = str(problem).splitlines()[0].rpartition("failed: ")[2]
    return (
        f"PostgreSQL does not let us in at {without_password(address)}: {reason}\n"
        f"Start the server, make the database (createdb {urlsplit(address).path.strip('/') or 'newsroom'}) "
        "or correct DATABASE_URL; without DATABASE_URL the newspaper uses SQLite."
    )


def check() -> None:
    """Raise ImproperlyConfigured when the system checks, those on the database's rows included, find an error."""
    found = [each for each in run_checks(databases=[connection.alias]) if each.is_serious() and not each.is_silenced()]
    if found:
        raise ImproperlyConfigured("\n".join(f"{each.msg} {each.hint or ''}".strip() for each in found))


def keep_address() -> None:
    """Let commands that are not told SITE_URL know where this newspaper is read."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    (settings.DATA_DIR / "address").write_text(settings.SITE_URL)


def without_password(address: str) -> str:
    parts = urlsplit(address)
    return address.replace(f":{parts.password}@", "@") if parts.password else address


if __name__ == "__main__":
    main()
