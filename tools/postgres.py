"""A PostgreSQL server for one run of the tests: in a temporary folder, on a socket, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# Nothing here outlives the run, so nothing has to reach the disk.
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def test_server() -> Iterator[str | None]:
    """Yield the address of a server: the one in DATABASE_URL, or one of our own, or None when there is neither."""
    given = os.environ.get("DATABASE_URL", "")
    binaries = find_binaries()
    if given.startswith("postgres"):
        yield given
    elif binaries is None:
        yield None
    else:
        with own_server(binaries) as address:
            yield address


def find_binaries() -> Path | None:
    """Return the folder of initdb and pg_ctl: from PATH, or the newest that Debian keeps out of PATH."""
    in_path = shutil.which("initdb")
    if in_path:
        return Path(in_path).parent
    kept = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((file.parent for file in kept), key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def own_server(binaries: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="newsroom-pg-") as folder:
        identity = unprivileged()
        if identity:
            shutil.chown(folder, identity["user"])
        initdb = [binaries / "initdb", "-D", f"{folder}/data", "-U", "newsroom", "-A", "trust", "--no-sync"]
        run([*initdb, "--locale=C.UTF-8", "--encoding=UTF8"], folder, identity)
        start(binaries, folder)
        try:
            yield f"postgres://newsroom@{quote(folder, safe='')}/postgres"
        finally:
            stop(binaries, folder)


def start(binaries: Path, folder: str) -> None:
    """Start the server of a folder; it may have been stopped before."""
    options = f"{SPEED} -c listen_addresses='' -c unix_socket_directories='{folder}'"
    control(binaries, folder, "-l", f"{folder}/log", "-o", options, "start")


def stop(binaries: Path, folder: str) -> None:
    """Stop the server of a folder at once, as when it loses its power."""
    control(binaries, folder, "-m", "immediate", "stop")


def control(binaries: Path, folder: str, *command: str) -> None:
    run([binaries / "pg_ctl", "-D", f"{folder}/data", "-w", "-s", *command], folder, unprivileged())


def unprivileged() -> dict:
    """Return subprocess's arguments for a user PostgreSQL agrees to run as; it refuses root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_name, "group": user.pw_gid, "extra_groups": []}


def run(command: list[str | Path], folder: str, identity: dict) -> None:
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True, **identity)
