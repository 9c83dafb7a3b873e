"""`make test`: the whole suite on both databases, on real servers and in Chromium; what could not run is said last."""

import os
import shutil
import signal
import subprocess
import sys
from typing import NamedTuple

from tools.postgres import test_server

PARALLEL = ("-n", "auto", "--dist", "worksteal", "-m")
QUICK = "not browser and not servers"
SERVERS = ("-m", "servers")  # alone, because they look at the clock
BROWSER = (*PARALLEL, "browser")
PLATFORM = (*PARALLEL, QUICK, "tests/platform", "--ds=tests.platform.settings")
NEWSPAPER = (*PARALLEL, QUICK, "--ignore=tests/platform")  # which has run on SQLite by then
OTHER_DATABASE = (*PARALLEL, f"{QUICK} and not once")


class Run(NamedTuple):
    title: str
    database: str  # a DATABASE_URL; empty for SQLite
    choice: tuple[str, ...]  # pytest's arguments


def main() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with test_server() as postgresql:
        runs, notes = plan(postgresql, shutil.which("chromium"), shutil.which("varnishd"))
        failed = False
        for run in runs:
            # Before pytest's closing lines, which stay the last words of the whole run.
            if not passes(run, notes if run is runs[-1] else []):
                failed = True
                notes.append(f"FAILED on {run.title}: see above.")
    return int(failed)


def plan(postgresql: str | None, chromium: str | None, varnish: str | None) -> tuple[list[Run], list[str]]:
    """Return what to run, and a sentence for each part that can't be."""
    runs, notes = [Run("the platform without the newspaper", "", PLATFORM), Run("SQLite", "", NEWSPAPER)], []
    if postgresql:
        runs.append(Run("PostgreSQL", postgresql, OTHER_DATABASE))
    else:
        notes.append("NOT RUN on PostgreSQL: there are no server binaries and no DATABASE_URL. apt install postgresql")
    runs.append(Run("real servers", "", SERVERS))
    if chromium:
        runs.append(Run("Chromium and SQLite", "", BROWSER))
    else:
        notes.append("NOT RUN in a browser: there is no chromium. apt install chromium")
    if not varnish:
        notes.append("NOT RUN behind Varnish: there is no varnishd. apt install varnish varnish-modules")
    return runs, notes


def passes(run: Run, notes: list[str]) -> bool:
    print(f"\n{run.title}", flush=True)
    environment = os.environ | {"DATABASE_URL": run.database, "TEST_NOTES": "\n".join(notes)}
    return subprocess.run([sys.executable, "-m", "pytest", *run.choice], env=environment).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
