"""Newspapers to measure: each a database of its own with an archive of a given size, gone afterwards."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import psycopg

from tools.postgres import find_binaries, own_server


class Newspaper(NamedTuple):
    """A newspaper with so many stories; `environment` is what its processes run in."""

    database: str
    size: int
    environment: dict[str, str]


@contextmanager
def newspapers(sizes: Iterable[int]) -> Iterator[list[Newspaper]]:
    """Yield a newspaper of each size, on SQLite and, where its server is installed, on PostgreSQL."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="newsroom-bench-"))
        made = [on_sqlite(folder, size) for size in sizes]
        binaries = find_binaries()
        if binaries:
            server = stack.enter_context(own_server(binaries))
            made += [on_postgresql(folder, server, size) for size in sizes]
        else:
            print("NOT MEASURED on PostgreSQL: there are no server binaries. apt install postgresql", flush=True)
        collect_static_files(made[0])
        for newspaper in made:
            fill(newspaper)
        yield made


@contextmanager
def newspaper_on_sqlite(size: int) -> Iterator[Newspaper]:
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        made = on_sqlite(folder, size)
        collect_static_files(made)
        fill(made)
        yield made


def on_sqlite(folder: str, size: int) -> Newspaper:
    return Newspaper("SQLite", size, environment(folder, f"sqlite:///{Path(folder, f'{size}.sqlite3')}"))


def on_postgresql(folder: str, server: str, size: int) -> Newspaper:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE of_{size}")
    return Newspaper("PostgreSQL", size, environment(folder, f"{server.rpartition('/')[0]}/of_{size}"))


def environment(folder: str, address: str) -> dict[str, str]:
    here = {"NEWSROOM_DATA": f"{folder}/data", "STATIC_ROOT": f"{folder}/static", "DATABASE_URL": address}
    site = {"SITE_URL": "http://localhost:8000", "ALLOWED_HOSTS": "localhost", "DEBUG": "false"}
    return os.environ | here | site | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}


def collect_static_files(newspaper: Newspaper) -> None:
    manage(newspaper, "collectstatic", "--no-input", "-v0")


def fill(newspaper: Newspaper) -> None:
    print(f"An archive of {newspaper.size} on {newspaper.database}", flush=True)
    manage(newspaper, "migrate", "-v0")
    manage(newspaper, "make_archive", "--articles", str(newspaper.size))
    if newspaper.database == "PostgreSQL":
        # What autovacuum does by itself a minute later.
        with psycopg.connect(newspaper.environment["DATABASE_URL"], autocommit=True) as connection:
            connection.execute("ANALYZE")


def manage(newspaper: Newspaper, *command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], env=newspaper.environment, check=True)
