"""Does an edit reach every reader within a second?

python -m benchmarks.freshness [--edits 500] [--readers 6] [--database SQLite PostgreSQL]
"""

import sys
import time
from argparse import ArgumentParser
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.support.crowd import Crowd
from benchmarks.support.fuzz import Fuzz
from benchmarks.support.judge import Judge, Verdict
from benchmarks.support.machine import machine
from benchmarks.support.newsdesks import newsdesk
from benchmarks.support.newspapers import Newspaper, collect_static_files, fill, on_postgresql, on_sqlite
from benchmarks.support.servers import granian
from tools.postgres import find_binaries, own_server
from tools.run import end_like_ctrl_c

EDITS, READERS, STORIES = 500, 6, 300
SERVERS, WORKERS = 2, 2
SECOND = 1.0
PAUSE = 0.1  # seconds between two edits
AFTERWARDS = 6  # seconds, until all that was planned has come
ORDINARY = "newsroom.wsgi:application"
LINE = "{:<12}{:>7}{:>7}{:>9}{:>9}{:>9}{:>11}{:>10}{:>11}{:>9}"
HEAD = LINE.format(
    "database", "server", "edits", "reads", "old ones", "> 1 s", "oldest ms", "too early", "unreadable", "p99 ms"
)


class Outcome(NamedTuple):
    """What came of a run: a verdict on each server, and the readings that failed altogether."""

    edits: int
    verdicts: list[Verdict]
    failures: list[Exception]

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise was kept: nothing older than a second, nothing too early, everything readable."""
        broken = [each.older_than(SECOND) or each.early or each.wrong for each in self.verdicts]
        return not any(broken) and not self.failures


def main() -> int:
    parser = ArgumentParser(description="Measures how old what readers see is while a newspaper is edited.")
    parser.add_argument("--edits", type=int, default=EDITS)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--database", nargs="+", default=[*KINDS], choices=[*KINDS])
    options = parser.parse_args()
    end_like_ctrl_c()
    place = machine()
    outcomes = {name: measured(name, options.edits, options.readers) for name in options.database}
    print(f"\n{SERVERS} servers × {WORKERS} workers, {options.readers} readers without a pause.\n{place}\n\n{HEAD}")
    for name, outcome in outcomes.items():
        if outcome:
            print("\n".join(lines_of(name, outcome)))
    kept = all(outcome.is_kept for outcome in outcomes.values() if outcome)
    print(f"\n{'pass         ' if kept else 'FALLS SHORT  '} no reader saw a page older than {SECOND:.0f} s")
    return 0 if kept else 1


def measured(name: str, edits: int, readers: int) -> Outcome | None:
    """Run on a database; None where its server is not installed."""
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="newsroom-bench-"))
        newspaper = KINDS[name](folder, stack)
        if newspaper is None:
            print("NOT MEASURED on PostgreSQL: there are no server binaries. apt install postgresql", flush=True)
            return None
        collect_static_files(newspaper)
        fill(newspaper)
        return run(machines_of(newspaper, folder), edits, readers)


def sqlite(folder: str, stack: ExitStack) -> Newspaper:
    return on_sqlite(folder, STORIES)


def postgresql(folder: str, stack: ExitStack) -> Newspaper | None:
    binaries = find_binaries()
    return on_postgresql(folder, stack.enter_context(own_server(binaries)), STORIES) if binaries else None


KINDS = {"SQLite": sqlite, "PostgreSQL": postgresql}


def machines_of(newspaper: Newspaper, folder: str) -> list[dict[str, str]]:
    """Return the environments of the servers. On PostgreSQL they are two machines, with the desk on the first."""
    if newspaper.database == "SQLite":
        return [newspaper.environment] * SERVERS
    return [newspaper.environment | {"NEWSROOM_DATA": f"{folder}/machine-{number}"} for number in range(SERVERS)]


def run(machines: list[dict[str, str]], edits: int, readers: int, application: str = ORDINARY) -> Outcome:
    """Let readers read while edits are made; return what they saw."""
    with ExitStack() as stack:
        desk = stack.enter_context(newsdesk(machines[0]))
        servers = [stack.enter_context(granian(application, machine, WORKERS)) for machine in machines]
        fuzz = Fuzz(desk, edits)
        with Crowd(readers, [server.port for server in servers], fuzz.choose) as crowd:
            for number in range(1, edits + 1):
                fuzz.edit()
                time.sleep(PAUSE)
                if number % 100 == 0:
                    print(f"Edit {number} of {edits}", flush=True)
            time.sleep(AFTERWARDS)
    judge, readings = Judge(fuzz), crowd.readings
    verdicts = [judge.verdict(r for r in readings if r.server == server) for server in range(len(servers))]
    return Outcome(edits, verdicts, crowd.failures)


def lines_of(name: str, outcome: Outcome) -> list[str]:
    lines = []
    for number, verdict in enumerate(outcome.verdicts, start=1):
        old, older = len(verdict.ages), verdict.older_than(SECOND)
        times = f"{verdict.oldest * 1000:.0f}", f"{verdict.p99 * 1000:.0f}"
        unreadable = len(verdict.wrong) + len(outcome.failures)
        counts = verdict.readings, old, older, times[0], len(verdict.early), unreadable, times[1]
        lines.append(LINE.format(name, number, outcome.edits, *counts))
        lines += [f"  {what}" for what in [*verdict.early, *verdict.wrong, *map(repr, outcome.failures)][:5]]
    return lines


if __name__ == "__main__":
    sys.exit(main())
